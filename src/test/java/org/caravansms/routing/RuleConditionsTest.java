package org.caravansms.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Routing;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditions of routing rules on the source, the text and the time. */
class RuleConditionsTest {

    /** A Friday. */
    private static final String FRIDAY = "2026-11-27T10:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "source=smpp, SMPP, true",
        "source=smpp, HTTP, false",
        "'source=smpp,queue', QUEUE, true",
        "source=extension, EXTENSION, true",
        "source=http, , false"
    })
    void sourceShouldBeOneOfThose(String condition, Source source, boolean met) {
        assertEquals(met, fits(condition, message("x", FRIDAY, null, source)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "text=code                    | your code: 1 | true",
                "text=^code                   | your code: 1 | false",
                "text=(?i)CODE                | your code: 1 | true",
                "text=\"your code\"            | your code: 1 | true",
                "text=\"#[0-9]{4,6}\"          | order #1234  | true",
                "text=[0-9]{4,6}$             | order 123    | false",
                "text=[0-9]{4,6} user=u       | order 12345  | true",
                "text=(szám)?kód              | az ön kódja  | true",
                "text=a#b                     | a            | true"
            })
    void textShouldHaveThePattern(String condition, String text, boolean met) {
        assertEquals(met, fits(condition, message(text, FRIDAY, null, Source.HTTP)));
    }

    /** Each takes a search that goes back more than a lifetime. */
    @ParameterizedTest
    @ValueSource(
            strings = {"(a+)+$", "(a|aa)+$", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)[^a]$", "(a?){100}a{100}b", "(x+x+)+y"})
    void searchShouldTakeTimeByTheLengthOfTheTextOnly(String pattern) {
        SmsMessage message = message("a".repeat(39_000) + "\n", FRIDAY, null, Source.HTTP);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> fits("text=" + pattern, message));
    }

    @ParameterizedTest
    @CsvSource({
        "time=fri@UTC, 2026-11-27T00:00:00Z, true",
        "time=fri@UTC, 2026-11-28T00:00:00Z, false",
        "time=mon-fri/08:00-18:00@Europe/Budapest, 2026-11-27T06:59:59Z, false",
        "time=mon-fri/08:00-18:00@Europe/Budapest, 2026-11-27T07:00:00Z, true",
        "time=mon-fri/08:00-18:00@Europe/Budapest, 2026-11-27T16:59:59.999Z, true",
        "time=mon-fri/08:00-18:00@Europe/Budapest, 2026-11-27T17:00:00Z, false",
        "time=mon-fri/08:00-18:00@Europe/Budapest, 2026-11-28T10:00:00Z, false",
        "time=mon-fri/08:00-18:00@Europe/Budapest, 2026-07-24T06:00:00Z, true",
        "'time=mon@UTC,fri@UTC', 2026-11-27T10:00:00Z, true",
        "'time=mon@UTC,sat@UTC', 2026-11-27T10:00:00Z, false",
        "time=sat-mon@UTC, 2026-11-29T10:00:00Z, true",
        "time=sat-mon@UTC, 2026-12-01T10:00:00Z, false",
        "time=fri/22:00-06:00@UTC, 2026-11-27T21:59:00Z, false",
        "time=fri/22:00-06:00@UTC, 2026-11-27T22:00:00Z, true",
        "time=fri/22:00-06:00@UTC, 2026-11-28T05:59:00Z, true",
        "time=fri/22:00-06:00@UTC, 2026-11-28T06:00:00Z, false",
        "time=fri/22:00-06:00@UTC, 2026-11-27T05:59:00Z, false",
        "time=20:00-24:00@UTC, 2026-11-27T23:59:59Z, true",
        "time=20:00-24:00@UTC, 2026-11-28T00:00:00Z, false",
        "time=mon-sun, 2026-11-27T10:00:00Z, true"
    })
    void timeShouldBeWithinDaysAndHoursOfTheZone(String condition, String at, boolean met) {
        assertEquals(met, fits(condition, message("x", at, null, Source.HTTP)));
    }

    @Test
    void timeShouldBeWhenTheMessageIsToBeSent() {
        Instant saturday = Instant.parse(FRIDAY).plus(Duration.ofDays(1));
        assertEquals(true, fits("time=sat@UTC", message("x", FRIDAY, saturday, Source.HTTP)));
        assertEquals(false, fits("time=fri@UTC", message("x", FRIDAY, saturday, Source.HTTP)));
    }

    private static boolean fits(String condition, SmsMessage message) {
        QueueNames queues = new QueueNames("sms.outbound", Set.of());
        return RoutingRules.of("the file", List.of("sms.outbound.x " + condition), queues)
                        .first(message, "")
                != null;
    }

    private static SmsMessage message(String text, String at, Instant sendAt, Source source) {
        MessageOptions options = new MessageOptions("", null, sendAt, "", Map.of(), null, "", Map.of());
        return new SmsMessage(
                "i", "u", "o", "+36", "SMS:TEXT", text, "", Instant.parse(at), options, Routing.from(source));
    }
}
