package org.caravansms.wiring;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.broker.Broker;
import org.caravansms.broker.BrokerQueues;
import org.caravansms.broker.DrainSwitch;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.message.MessageProperties;
import org.caravansms.operator.DrainCommand;
import org.caravansms.operator.PauseCommands;
import org.caravansms.operator.PausedNames;
import org.caravansms.provider.Providers;

/** The commands that stop a part of the gateway for a while. */
final class ControlBeans extends MainListenerSupport {

    private final DrainSwitch drain;

    private ControlBeans(DrainSwitch drain) {
        this.drain = drain;
    }

    /** Comes before the listener that closes the operator's socket, which waits for the commands under way. */
    static void bindTo(
            Main main, QueueSettings names, Broker broker, Providers providers, PausedNames paused, QueueBeans queues) {
        Predicate<String> sentFrom = sentFrom(names);
        main.addMainListener(new ControlBeans(queues.drain()));
        main.bind(
                "pauseCommands",
                new PauseCommands(
                        paused, queues.drain(), providers::names, () -> names(broker, sentFrom, names.submit())));
        main.bind(
                "drainCommand",
                new DrainCommand(
                        queues.drain(),
                        paused,
                        () -> left(broker.queues(), sentFrom, names.outboundDoubt()),
                        () -> broker.queues().countScheduled(sentFrom)));
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        drain.stop();
    }

    /** The queues that providers read. */
    static Predicate<String> sentFrom(QueueSettings names) {
        return queue -> !names.notSent().contains(queue)
                && (queue.equals(names.outbound()) || queue.startsWith(names.outbound() + "."));
    }

    /** Those in doubt that are sent again without a person are among them. */
    private static long left(BrokerQueues queues, Predicate<String> sentFrom, String doubt) {
        return queues.countMessages(sentFrom) + queues.countWith(MessageProperties.REST, doubt);
    }

    private static Set<String> names(Broker broker, Predicate<String> sentFrom, String submit) {
        return broker.queues().names().filter(sentFrom.or(submit::equals)).collect(Collectors.toSet());
    }
}
