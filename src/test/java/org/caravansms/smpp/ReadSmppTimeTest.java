package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadSmppTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "261127120000004+, 2026-11-27T11:00:00Z",
        "261127120000004-, 2026-11-27T13:00:00Z",
        "261127120000500+, 2026-11-27T12:00:00.500Z",
        "000001000000000R, 2026-11-28T10:00:00Z",
        "010203040506000R, 2028-01-30T14:05:06Z"
    })
    void timeShouldBeReadAsTheStandardHasIt(String text, Instant time) {
        assertEquals(time, ReadSmppTime.of(text, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "261332120000004+",
                "261127120000049+",
                "261127120000004",
                "2611271200000004+",
                "x",
                "261127120000004Z"
            })
    void otherTextShouldBeRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ReadSmppTime.of(text, NOW));
    }

    @Test
    void emptyTextShouldBeNoTime() {
        assertNull(ReadSmppTime.of("", NOW));
    }
}
