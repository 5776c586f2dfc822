package org.caravansms.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmscIdsTest {

    @ParameterizedTest
    @CsvSource({"0000AbC, abc", "' 7 ', 7", "000, 0", "0, 0", "'', ''", "a-00-B, a-00-b"})
    void caseBlanksAndZerosShouldNotMatter(String id, String canonical) {
        assertEquals(canonical, SmscIds.canonical(id));
    }

    @ParameterizedTest
    @CsvSource({"255, 255 ff 597", "FF, ff 255", "0010, 10 a 16", "x1, x1", "a-1, a-1", "7, 7"})
    void candidatesShouldBeTheSameThenTheOtherNotations(String id, String candidates) {
        assertEquals(List.of(candidates.split(" ")), SmscIds.candidates(id));
    }

    @Test
    void eachNotationShouldBeFoundFromTheOther() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextLong() >>> random.nextInt(64);
            String decimal = Long.toUnsignedString(number);
            String hex =
                    "0".repeat(random.nextInt(4)) + Long.toHexString(number).toUpperCase(Locale.ROOT);
            assertTrue(SmscIds.candidates(decimal).contains(SmscIds.canonical(hex)), "seed " + seed);
            assertTrue(SmscIds.candidates(hex).contains(SmscIds.canonical(decimal)), "seed " + seed);
        }
    }

    @Test
    void longIdShouldBeRead() {
        String id = "f".repeat(65);
        assertEquals(id, SmscIds.candidates(id).get(0));
    }
}
