package org.caravansms.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @Test
    void whatJavaWritesShouldBeRead() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            int digits = random.nextInt(4) * 3;
            long unit = (long) Math.pow(10, 9 - digits);
            Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000) / unit * unit);
            assertEquals(instant, InstantText.parse(instant.toString()));
            assertEquals(instant.toString(), InstantWriter.text(instant));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-12-31T23:59:59.999999999Z",
                "0000-01-01T00:00:00Z",
                "0999-12-31T23:59:59.001Z",
                "1969-12-31T23:59:59.000001Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z"
            })
    void instantOfAnyYearShouldBeWrittenAsJavaWritesIt(String text) {
        assertEquals(text, InstantWriter.text(Instant.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T10:00:00Z",
                "2026-11-22T10:00:00.5Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T10:00:00.Z",
                "2026-11-22T10:00:00+02:00",
                "2024-02-29T23:59:59.999999999Z",
                "-0044-03-15T12:00:00Z"
            })
    void otherFormsShouldBeReadAsJavaReadsThem(String text) {
        assertEquals(Instant.parse(text), InstantText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-22",
                "2026-11-22T10:00:00",
                "2026-13-22T10:00:00Z",
                "2026-02-30T10:00:00Z",
                "2026-11-22T10:60:00Z",
                "2026-11-22T1x:00:00Z",
                "2026-11-22T10:00:00.1234567890Z",
                "2026-11-22T10:00:00.12a4Z"
            })
    void whatIsNoInstantShouldBeRefused(String text) {
        assertThrows(DateTimeException.class, () -> Instant.parse(text));
        assertThrows(DateTimeException.class, () -> InstantText.parse(text));
    }
}
