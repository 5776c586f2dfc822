package org.caravansms.wiring;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.spi.Registry;
import org.caravansms.config.DispatchSettings;
import org.caravansms.config.NodeSettings;
import org.caravansms.dispatch.AdaptiveRate;
import org.caravansms.dispatch.DescribeOutcome;
import org.caravansms.dispatch.InFlight;
import org.caravansms.dispatch.References;
import org.caravansms.dispatch.ResumeMessage;
import org.caravansms.dispatch.SubmitRateLimiter;
import org.caravansms.message.LateAnswers;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smsc.Provider;

/** What turns queued messages into submit_sm, and keeps what must outlive a kill: it runs while the broker does. */
final class DispatchBeans {

    private final Path data;
    private final DispatchSettings settings;
    private final NodeSettings node;
    private final UnaryOperator<String> normalise;
    private final LateAnswers late;
    private InFlight inFlight;
    private References references;

    /**
     * @param normalise makes a recipient's local number international, or leaves it as it is
     * @param late gets the answers of SMSCs that come when the outcome is in doubt already
     */
    DispatchBeans(
            Path data,
            DispatchSettings settings,
            NodeSettings node,
            UnaryOperator<String> normalise,
            LateAnswers late) {
        this.data = data;
        this.settings = settings;
        this.node = node;
        this.normalise = normalise;
        this.late = late;
    }

    /** The data directory is this process's own by now: the broker has locked it. */
    void start(Registry registry) {
        inFlight = new InFlight(data.resolve("in-flight"), late);
        references = new References(data.resolve("references"), node.number(), node.count());
        registry.bind("inFlight", inFlight);
        registry.bind(
                "describeOutcome",
                new DescribeOutcome(inFlight, settings.attempts(), settings.retryDelay(), settings.delay()));
    }

    /** @return the beans of a provider's routes, by name */
    Map<String, Object> beans(Provider provider) {
        return Map.of(
                "resumeMessage-" + provider.name(),
                new ResumeMessage(
                        provider, new SplitMessage(provider.profile(), normalise), references::next, inFlight),
                "submitRateLimiter-" + provider.name(),
                new SubmitRateLimiter(inFlight, new AdaptiveRate(provider.ratePerSecond())));
    }

    void stop() {
        if (inFlight != null) {
            inFlight.close();
        }
    }
}
