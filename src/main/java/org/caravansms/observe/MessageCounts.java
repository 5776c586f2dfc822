package org.caravansms.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.camel.Body;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.Fault;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmsMessage;
import org.caravansms.smsc.SubmitComponent;

/**
 * The counters and histograms of messages. Routes count a request or a batch at a time; what has no step of its own is
 * given this as a function. No label has a number or a text of a message.
 */
public final class MessageCounts {

    private static final long[] REQUEST_MILLIS = {5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000};
    private static final long[] SUBMIT_MILLIS = {10, 50, 100, 500, 1000, 5000, 10_000, 60_000, 300_000, 3_600_000};
    private static final long[] DELIVERY_MILLIS = {100, 1000, 2500, 5000, 10_000, 30_000, 60_000, 600_000, 3_600_000};

    private static final int CODES = 64;
    private static final int ONE_OCTET = 256;
    private static final List<String> STATUSES =
            LongStream.range(0, ONE_OCTET).mapToObj(MessageCounts::hexadecimal).toList();

    private final FirstValues<Counter> accepted;
    private final FirstValues<Counter> refused;
    private final FirstValues<FirstValues<Counter>> submitted;
    private final FirstValues<FirstValues<Counter>> receipts;
    private final FirstValues<FirstValues<Counter>> callbacks;
    private final Timer requests;
    private final Timer submitDelay;
    private final Timer deliveryDelay;

    /** @param most how many users, providers and receivers have series of their own; the others share one */
    public MessageCounts(MeterRegistry registry, int most) {
        accepted = new FirstValues<>(
                most, one(registry, "caravan.accepted", "Messages accepted, on disk, by user", "user"));
        refused = new FirstValues<>(
                CODES, one(registry, "caravan.refused", "Messages and requests refused, by error code", "code"));
        submitted = two(registry, most, "caravan.submitted", "submit_sm by command_status", "provider", "status");
        receipts = two(registry, most, "caravan.receipts", "Receipts of SMSCs by state", "provider", "state");
        callbacks = two(registry, most, "caravan.callbacks", "Calls of URLs by outcome", "receiver", "outcome");
        requests = timer(registry, "caravan.request", "From a request of HTTP to its answer", REQUEST_MILLIS);
        submitDelay = timer(
                registry, "caravan.accepted.to.submitted", "From acceptance to the SMSC's answers", SUBMIT_MILLIS);
        deliveryDelay = timer(
                registry, "caravan.submitted.to.delivered", "From the SMSC's answers to the handset", DELIVERY_MILLIS);
    }

    private static FirstValues<FirstValues<Counter>> two(
            MeterRegistry registry, int most, String name, String help, String label, String detail) {
        return new FirstValues<>(
                most, value -> new FirstValues<>(CODES, one(registry, name, help, detail, label, value)));
    }

    private static Function<String, Counter> one(
            MeterRegistry registry, String name, String help, String label, String... more) {
        return value -> Counter.builder(name)
                .description(help)
                .tags(more)
                .tag(label, value)
                .register(registry);
    }

    private static Timer timer(MeterRegistry registry, String name, String help, long[] millis) {
        Duration[] buckets = LongStream.of(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
        return Timer.builder(name)
                .description(help)
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    /** A step of {@code submit}, after the commit. */
    public void reports(Submission submission) {
        submission.reports().forEach(this::report);
    }

    private void report(Report report) {
        if (!report.isAccepted()) {
            refused(report.fault());
        } else if (report.isToBeSent()) {
            accepted.of(report.message().user()).increment();
        }
    }

    /** A message, or a request as a whole. */
    public void refused(Fault fault) {
        refused.of(Integer.toString(fault.code())).increment();
    }

    /** @param commandStatus of the submit_sm_resp, or {@link SubmitComponent#NO_ANSWER} */
    public void submitted(String provider, long commandStatus) {
        submitted.of(provider).of(status(commandStatus)).increment();
    }

    private static String status(long commandStatus) {
        if (commandStatus == SubmitComponent.NO_ANSWER) {
            return "none";
        }
        return commandStatus < ONE_OCTET ? STATUSES.get((int) commandStatus) : hexadecimal(commandStatus);
    }

    private static String hexadecimal(long status) {
        return String.format("0x%02X", status);
    }

    /** An SMSC accepted all parts of a message. */
    public void sent(SmsMessage message) {
        record(submitDelay, Duration.between(message.acceptedAt(), Instant.now()));
    }

    /** A step of {@code deliver-sm}: what an SMSC sent at once. */
    public void receipts(@Body List<Event> events) {
        for (Event event : events) {
            if (event.subject() instanceof Receipt receipt) {
                String state = receipt.state().name().toLowerCase(Locale.ROOT);
                receipts.of(event.provider()).of(state).increment();
            }
        }
    }

    /** A step of {@code store}: the events that follow from a batch. */
    public void deliveries(@Body List<Event> events) {
        for (Event event : events) {
            if (event.type() == EventType.DELIVERED && event.submittedAt() != null) {
                record(deliveryDelay, Duration.between(event.submittedAt(), event.at()));
            }
        }
    }

    /** @param outcome such as {@code delivered} */
    public void called(String receiver, String outcome) {
        callbacks.of(receiver).of(outcome).increment();
    }

    /** An answer of the HTTP API is written, or its client has left. */
    public void answered(long millis) {
        requests.record(millis, TimeUnit.MILLISECONDS);
    }

    /** Clocks of two machines differ: what seems to end before it began took no time. */
    private static void record(Timer timer, Duration took) {
        timer.record(took.isNegative() ? Duration.ZERO : took);
    }
}
