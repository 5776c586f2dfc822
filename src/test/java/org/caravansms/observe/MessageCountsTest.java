package org.caravansms.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.smsc.SubmitComponent;
import org.junit.jupiter.api.Test;

/** The series that counts make: few, whatever is counted, and none is lost. */
class MessageCountsTest {

    private static final int MOST = 100;
    private static final int NAMES = 10_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MessageCounts counts = new MessageCounts(registry, MOST);

    @Test
    void tenThousandUsersShouldMakeAHundredSeriesAndOneOfTheOthers() {
        FirstValues<Counter> users = new FirstValues<>(
                MOST, name -> Counter.builder("users").tag("user", name).register(registry));
        IntStream.range(0, 3 * NAMES).parallel().forEach(i -> users.of("user" + i % NAMES)
                .increment());
        assertEquals(MOST + 1, registry.find("users").counters().size());
        assertEquals(3 * NAMES, sum("users"));
        assertEquals(
                3 * (NAMES - MOST),
                registry.get("users").tag("user", "other").counter().count());
    }

    @Test
    void tenThousandReceiversShouldBeFewSeriesToo() {
        IntStream.range(0, NAMES).forEach(i -> counts.called("host" + i, "delivered"));
        assertEquals(MOST + 1, registry.find("caravan.callbacks").counters().size());
        assertEquals(NAMES, sum("caravan.callbacks"));
    }

    @Test
    void smscShouldNotMakeASeriesOfEachStatusThatItInvents() {
        IntStream.range(0, NAMES).forEach(status -> counts.submitted("acme", 0x4000_0000L + status));
        assertTrue(registry.find("caravan.submitted").counters().size() < MOST);
        assertEquals(NAMES, sum("caravan.submitted"));
    }

    @Test
    void statusShouldBeWrittenAsInTheSettings() {
        counts.submitted("acme", 0);
        counts.submitted("acme", 0x58);
        counts.submitted("acme", 0xFFFF_FFFFL);
        counts.submitted("acme", SubmitComponent.NO_ANSWER);
        List<String> statuses = registry.find("caravan.submitted").counters().stream()
                .map(counter -> counter.getId().getTag("status"))
                .sorted()
                .toList();
        assertEquals(List.of("0x00", "0x58", "0xFFFFFFFF", "none"), statuses);
    }

    @Test
    void receiptThatIsOlderThanItsSubmissionShouldTakeNoTime() {
        Instant at = Instant.parse("2026-11-27T10:00:00Z");
        Event delivered = Event.of(EventType.DELIVERED, at, "id", "acme");
        counts.deliveries(List.of(delivered.submitted(at.plusSeconds(5)), delivered));
        assertEquals(1, registry.get("caravan.submitted.to.delivered").timer().count());
        assertEquals(0, registry.get("caravan.submitted.to.delivered").timer().totalTime(TimeUnit.SECONDS));
    }

    private double sum(String name) {
        return registry.find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
