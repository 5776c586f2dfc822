package org.caravansms.wiring;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.main.Main;
import org.caravansms.api.User;
import org.caravansms.api.login.LimitRate;
import org.caravansms.broker.Broker;
import org.caravansms.broker.DrainSwitch;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.dispatch.SubmitRateLimiter;
import org.caravansms.explain.CollectExplained;
import org.caravansms.explain.ExplainCommands;
import org.caravansms.explain.ExplainMessage;
import org.caravansms.explain.ExplainStored;
import org.caravansms.explain.Outlook;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.operator.PausedNames;
import org.caravansms.provider.Providers;
import org.caravansms.routing.NumberPlan;
import org.caravansms.store.MessageStore;

/** The beans of the routes {@code explain} and {@code operator-explain}. */
final class ExplainBeans {

    private ExplainBeans() {}

    /** @param sentFrom the queues that providers read */
    static void bindTo(
            Main main,
            QueueSettings names,
            Broker broker,
            Providers providers,
            PausedNames paused,
            DrainSwitch drain,
            NumberPlan numbers,
            MessageStore store,
            Predicate<String> sentFrom) {
        Outlook outlook = new Outlook(providers::links, paused::since, name -> rate(main, name));
        ExplainMessage message = new ExplainMessage(
                names.outbound(),
                numbers,
                outlook,
                queue -> broker.queues().countMessages(queue),
                user -> refusal(main, broker, drain, user));
        main.bind("collectExplained", new CollectExplained(message));
        main.bind(
                "explainCommands",
                new ExplainCommands(new ExplainStored(
                        store::find,
                        broker.queues()::place,
                        sentFrom,
                        names.outboundDoubt(),
                        names.outboundDead(),
                        outlook)));
    }

    private static double rate(Main main, String provider) {
        Object limiter = main.getCamelContext().getRegistry().lookupByName("submitRateLimiter-" + provider);
        return limiter instanceof SubmitRateLimiter known ? known.partsPerSecond() : 0;
    }

    private static Optional<RejectedMessageException> refusal(Main main, Broker broker, DrainSwitch drain, User user) {
        if (drain.isOn()) {
            return refusal("The gateway is being drained and takes no new messages now.");
        } else if (!broker.disk().hasRoom()) {
            return refusal("The disk of the queue is full.");
        }
        return main.lookup("limitRate", LimitRate.class).refusal(user);
    }

    private static Optional<RejectedMessageException> refusal(String why) {
        return Optional.of(new RejectedMessageException(Fault.QUEUE_UNAVAILABLE, why));
    }
}
