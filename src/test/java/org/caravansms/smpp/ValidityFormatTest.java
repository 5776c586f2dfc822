package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValidityFormatTest {

    private static final Instant NOW = Instant.parse("2026-03-30T10:20:30.500Z");

    @ParameterizedTest
    @CsvSource({
        "2026-03-30T11:20:30Z, 260330112030000+",
        "2027-01-02T03:04:05Z, 270102030405000+",
        "2026-03-30T10:20:30.600Z, 260330102031000+",
        "2020-01-01T00:00:00Z, 260330102031000+",
        "9999-01-01T00:00:00Z, 991231235959000+"
    })
    void absoluteShouldBeInUtcAndNeverPast(Instant until, String period) {
        assertEquals(period, ValidityFormat.ABSOLUTE.period(until, NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-30T11:20:30.500Z, 000000010000000R",
        "2026-03-30T10:20:59.499Z, 000000000028000R",
        "2026-04-02T10:20:30.500Z, 000003000000000R",
        "2027-05-31T12:23:34.500Z, 010201020304000R",
        "2020-01-01T00:00:00Z, 000000000001000R",
        "9999-01-01T00:00:00Z, 730901133928000R"
    })
    void relativeShouldBeTheRest(Instant until, String period) {
        assertEquals(period, ValidityFormat.RELATIVE.period(until, NOW));
    }

    @ParameterizedTest
    @EnumSource(ValidityFormat.class)
    void noneShouldBeLeftToTheSmsc(ValidityFormat form) {
        assertEquals("", form.period(null, NOW));
    }

    @Test
    void profileShouldBeAbleToLeaveItOut() {
        assertEquals("", ValidityFormat.NONE.period(NOW.plusSeconds(60), NOW));
    }
}
