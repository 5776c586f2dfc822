package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The national tables: texts and their septets are written out here from 3GPP TS 23.038 annex A. */
class GsmAlphabetTest {

    private static final GsmAlphabet USUAL = new GsmAlphabet(null, null);

    @ParameterizedTest
    @CsvSource({
        "TURKISH, ŞşĞğİıç€^, 1b53 1b73 1b47 1b67 1b49 1b69 1b63 1b65 1b14",
        "SPANISH, ÁÍÓÚáíóúç€, 1b41 1b49 1b4f 1b55 1b61 1b69 1b6f 1b75 1b09 1b65",
        "PORTUGUESE, ÃÕãõêçÀÂâ, 1b5b 1b5c 1b7b 1b7c 1b05 1b09 1b41 1b61 1b7f",
        "BENGALI, ০৯ৠA, 1b19 1b23 1b25 41",
        "GUJARATI, ।૦૯, 1b19 1b1c 1b25",
        "HINDI, ०९ॠ, 1b1c 1b25 1b35",
        "KANNADA, ೦೯ೞ, 1b1c 1b25 1b26",
        "MALAYALAM, ൦൯ൺ, 1b1c 1b25 1b2e",
        "ORIYA, ୦୯ୱ, 1b1c 1b25 1b2c",
        "PUNJABI, ੦੯ੵ, 1b1c 1b25 1b2d",
        "TAMIL, ௦௯௺, 1b1c 1b25 1b2e",
        "TELUGU, ౦౯౿, 1b1c 1b25 1b32",
        "URDU, ۰۹،۔, 1b1c 1b25 1b26 1b3f"
    })
    void singleShiftShouldTakeAnEscape(NationalLanguage language, String text, String septets) {
        assertSeptets(new GsmAlphabet(null, language), text, septets);
    }

    @ParameterizedTest
    @CsvSource({
        "TURKISH, ŞşĞğİıçÇ€@, 1c 1d 0b 0c 40 07 60 09 04 00",
        "PORTUGUESE, ãõÃÕêçÇ~€, 7b 7c 5b 5c 04 09 13 60 18",
        "BENGALI, 'অক,', 03 15 2c",
        "GUJARATI, અક, 03 15",
        "HINDI, अकहि, 03 15 4d 51",
        "KANNADA, ಅಕಪ, 03 15 3d",
        "MALAYALAM, അക, 03 15",
        "ORIYA, ଅକ, 03 15",
        "PUNJABI, ਅਕ, 03 15",
        "TAMIL, அக, 03 15",
        "TELUGU, అక, 03 15",
        "URDU, اب, 00 02"
    })
    void lockingShiftShouldTakeNone(NationalLanguage language, String text, String septets) {
        assertSeptets(new GsmAlphabet(language, null), text, septets);
    }

    @ParameterizedTest
    @EnumSource
    void everyCharacterOfATableShouldComeBack(NationalLanguage language) {
        GsmAlphabet.of(language).forEach(alphabet -> {
            int characters = 0;
            for (char c = 1; c < Character.MAX_VALUE; c++) {
                byte[] septets = alphabet.encode(Character.toString(c));
                if (septets != null) {
                    assertEquals(Character.toString(c), alphabet.decode(septets));
                    characters++;
                }
            }
            assertFalse(characters < 110, alphabet + " has " + characters);
            assertEquals(alphabet, GsmAlphabet.of(alphabet.header()));
        });
        assertNotNull(new GsmAlphabet(null, language).encode("Hello 0123456789\n"));
    }

    @Test
    void headerShouldNameTheTables() {
        assertHeader("03240101", new GsmAlphabet(null, NationalLanguage.TURKISH));
        assertHeader("0325010d", new GsmAlphabet(NationalLanguage.URDU, null));
        assertHeader("06240106250106", new GsmAlphabet(NationalLanguage.HINDI, NationalLanguage.HINDI));
        GsmAlphabet spanish = new GsmAlphabet(null, NationalLanguage.SPANISH);
        assertEquals(spanish, GsmAlphabet.of(HexFormat.of().parseHex("080003a70201240102")));
        assertEquals(List.of(spanish), GsmAlphabet.of(NationalLanguage.SPANISH).toList());
        for (String none : List.of("", "00", "0324010e", "03240100", "032401ff", "022401", "050003a70201")) {
            assertEquals(USUAL, GsmAlphabet.of(HexFormat.of().parseHex(none)), none);
        }
    }

    @Test
    void septetWithoutACharacterShouldBeReadAsTheStandardSays() {
        GsmAlphabet turkish = new GsmAlphabet(null, NationalLanguage.TURKISH);
        assertEquals("AA€", turkish.decode(HexFormat.of().parseHex("1b41411b651b")));
        assertEquals("\uFFFD\uFFFD", new GsmAlphabet(NationalLanguage.BENGALI, null).decode(new byte[] {0x0C, -1}));
        assertNull(turkish.encode("Ж"));
    }

    private static void assertHeader(String octets, GsmAlphabet alphabet) {
        assertEquals(octets, HexFormat.of().formatHex(alphabet.header()));
        assertEquals(alphabet, GsmAlphabet.of(HexFormat.of().parseHex(octets)));
    }

    private static void assertSeptets(GsmAlphabet alphabet, String text, String septets) {
        byte[] octets = HexFormat.of().parseHex(septets.replace(" ", ""));
        assertEquals(text, alphabet.decode(octets));
        assertArrayEquals(octets, alphabet.encode(text));
    }
}
