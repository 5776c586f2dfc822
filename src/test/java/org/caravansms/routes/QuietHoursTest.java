package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example {@code quiet-hours} at any time of the year: it asks a header instead of the clock. */
class QuietHoursTest {

    private static final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeAll
    static void start() throws Exception {
        System.setProperty("quiet.zone", "Europe/Budapest");
        String yaml = Files.readString(Path.of("routes/examples/quiet-hours.camel.yaml"))
                .replace("date-with-timezone:now", "date-with-timezone:header.now");
        camel.start();
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("quiet-hours.camel.yaml", yaml));
    }

    @AfterAll
    static void stop() {
        camel.stop();
        System.clearProperty("quiet.zone");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T20:59:59+01:00, ",
        "2026-11-22T21:00:00+01:00, 2026-11-23T08:00:00+01:00",
        "2026-12-31T23:59:59+01:00, 2027-01-01T08:00:00+01:00",
        "2026-11-23T00:00:00+01:00, 2026-11-23T08:00:00+01:00",
        "2026-11-23T07:59:59+01:00, 2026-11-23T08:00:00+01:00",
        "2026-11-23T08:00:00+01:00, ",
        // in the night an hour is left out
        "2026-03-28T21:30:00+01:00, 2026-03-29T08:00:00+02:00",
        "2026-03-29T00:30:00+01:00, 2026-03-29T08:00:00+02:00",
        "2026-03-29T07:30:00+02:00, 2026-03-29T08:00:00+02:00",
        "2026-03-29T08:30:00+02:00, ",
        "2026-03-29T20:30:00+02:00, ",
        // in the night an hour comes twice
        "2026-10-24T21:30:00+02:00, 2026-10-25T08:00:00+01:00",
        "2026-10-25T02:30:00+02:00, 2026-10-25T08:00:00+01:00",
        "2026-10-25T02:30:00+01:00, 2026-10-25T08:00:00+01:00",
        "2026-10-25T07:30:00+01:00, 2026-10-25T08:00:00+01:00",
        "2026-10-25T08:30:00+01:00, ",
    })
    void messageOfTheNightShouldBeSentInTheMorning(OffsetDateTime now, String sendAt) {
        assertEquals(sendAt, sendAt(now, new HashMap<>(Map.of("to", "+36201111111", "text", "good night"))));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T23:00:00+01:00, 2026-11-23T02:00:00+01:00"})
    void timeOfTheClientShouldStay(OffsetDateTime now, String own) {
        assertEquals(own, sendAt(now, new HashMap<>(Map.of("to", "+36201111111", "text", "now", "sendAt", own))));
    }

    private static Object sendAt(OffsetDateTime now, Map<String, Object> message) {
        camel.createProducerTemplate()
                .requestBodyAndHeader("direct:policy", message, "now", Date.from(now.toInstant()));
        return message.get("sendAt");
    }
}
