package org.caravansms.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.spi.Registry;
import org.caravansms.config.Settings;
import org.caravansms.dispatch.DescribeOutcome;
import org.caravansms.dispatch.InFlight;
import org.caravansms.dispatch.Pace;
import org.caravansms.dispatch.Rate;
import org.caravansms.dispatch.References;
import org.caravansms.dispatch.ResumeMessage;
import org.caravansms.message.LateAnswers;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smsc.Provider;

/** What turns queued messages into submit_sm, and keeps what must outlive a kill: it runs while the broker does. */
public final class Submissions {

    private final Path data;
    private final Settings settings;
    private final UnaryOperator<String> normalise;
    private final LateAnswers late;
    private InFlight inFlight;
    private References references;

    /**
     * @param normalise makes a recipient's local number international, or leaves it as it is
     * @param late gets the answers of SMSCs that come when the outcome is in doubt already
     */
    public Submissions(Path data, Settings settings, UnaryOperator<String> normalise, LateAnswers late) {
        this.data = data;
        this.settings = settings;
        this.normalise = normalise;
        this.late = late;
    }

    /** The data directory is this process's own by now: the broker has locked it. */
    void start(Registry registry) {
        inFlight = new InFlight(data.resolve("in-flight"), late);
        references = new References(
                data.resolve("references"), settings.number("sms.node.number"), settings.number("sms.node.count"));
        registry.bind("inFlight", inFlight);
        registry.bind(
                "outcome",
                new DescribeOutcome(
                        inFlight,
                        settings.number("sms.dispatch.attempts"),
                        Duration.ofMillis(settings.number("sms.dispatch.retry-delay-millis")),
                        Duration.ofHours(settings.number("sms.dispatch.delay-hours"))));
    }

    /** @return the beans of a provider's routes, by name */
    public Map<String, Object> beans(Provider provider) {
        return Map.of(
                "resumeMessage-" + provider.name(),
                new ResumeMessage(
                        provider, new SplitMessage(provider.profile(), normalise), references::next, inFlight),
                "pace-" + provider.name(),
                new Pace(inFlight, new Rate(provider.ratePerSecond())));
    }

    void stop() {
        if (inFlight != null) {
            inFlight.close();
        }
    }
}
