package org.caravansms.wiring;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.camel.Processor;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.Registry;
import org.caravansms.broker.Broker;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.DispatchSettings;
import org.caravansms.config.GatewaySettings.NodeSettings;
import org.caravansms.dispatch.AdaptiveRate;
import org.caravansms.dispatch.DescribeOutcome;
import org.caravansms.dispatch.InFlight;
import org.caravansms.dispatch.References;
import org.caravansms.dispatch.ResumeMessage;
import org.caravansms.dispatch.SubmitRateLimiter;
import org.caravansms.message.Cancellations;
import org.caravansms.message.LateAnswers;
import org.caravansms.message.SmsMessage;
import org.caravansms.queue.CancelledMessages;
import org.caravansms.queue.MessageJson;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smsc.Provider;

/** The beans that send queued messages, and the files that outlive a kill: open while the broker runs. */
final class DispatchBeans extends MainListenerSupport {

    private final Path data;
    private final GatewaySettings settings;
    private final UnaryOperator<String> normalise;
    private final LateAnswers late;
    private final CancelledMessages cancelled;
    private final Cancellations cancellations;
    private final Consumer<SmsMessage> sent;
    private final Map<String, SubmitRateLimiter> limiters = new ConcurrentHashMap<>();
    private InFlight inFlight;
    private References references;
    private ScheduledExecutorService timer;

    /**
     * @param normalise makes a recipient's local number international, or leaves it as it is
     * @param late gets the answers that come after the response timer
     * @param sent measures a message whose parts are all accepted
     */
    DispatchBeans(
            Path data,
            GatewaySettings settings,
            UnaryOperator<String> normalise,
            LateAnswers late,
            Consumer<SmsMessage> sent) {
        this.sent = sent;
        this.data = data;
        this.settings = settings;
        this.normalise = normalise;
        this.late = late;
        this.cancelled = new CancelledMessages(
                Broker.connectionFactory(-1),
                new MessageJson(settings.queue().clientIds()),
                settings.queue().cancelled(),
                Clock.systemUTC());
        this.cancellations = new Cancellations(message -> timer.execute(() -> cancelled.remove(message)));
    }

    Cancellations cancellations() {
        return cancellations;
    }

    /** A listener before this one has locked the data directory for this process. */
    @Override
    public void beforeConfigure(BaseMainSupport main) {
        DispatchSettings dispatch = settings.dispatch();
        NodeSettings node = settings.node();
        inFlight = new InFlight(data.resolve("in-flight"), late, cancellations);
        recallCancelled();
        references = new References(data.resolve("references"), node.number(), node.count());
        timer = main.getCamelContext().getExecutorServiceManager().newScheduledThreadPool(this, "submit-rate", 1);
        Registry registry = main.getCamelContext().getRegistry();
        registry.bind("inFlight.begin", (Processor) inFlight::begin);
        registry.bind("inFlight.accepted", (Processor) inFlight::accepted);
        registry.bind("cancelledMessages", cancelled);
        registry.bind(
                "describeOutcome",
                new DescribeOutcome(inFlight, dispatch.attempts(), dispatch.retryDelay(), dispatch.delay(), sent));
    }

    private void recallCancelled() {
        try {
            cancelled.each(cancellations::cancelled);
        } catch (JMSException e) {
            throw new IllegalStateException("The cancelled messages cannot be read: " + e.getMessage(), e);
        }
    }

    /** @return the beans of a provider's routes, by name */
    Map<String, Object> beans(Provider provider) {
        SubmitRateLimiter limiter = new SubmitRateLimiter(inFlight, new AdaptiveRate(provider.ratePerSecond()), timer);
        limiters.put(provider.name(), limiter);
        return Map.of(
                "resumeMessage-" + provider.name(),
                new ResumeMessage(
                        provider,
                        new SplitMessage(provider.profile(), normalise, SplitMessage.MOST_PARTS),
                        references::next,
                        inFlight),
                "submitRateLimiter-" + provider.name(),
                limiter);
    }

    /** @return the parts a second that a running provider may submit at present */
    double perSecond(String provider) {
        return limiters.get(provider).perSecond();
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (inFlight != null) {
            inFlight.close();
        }
    }
}
