package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.cloudhopper.commons.charset.CharsetUtil;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables here are written out from 3GPP TS 23.038; the library that reads them back is not the gateway's. */
class AlphabetTest {

    private static final int ESCAPE = 0x1B;

    /** Section 6.2.1: sixteen characters a row, in the order of their septets; 0x1B is the escape, shown as a blank. */
    private static final String DEFAULT_ALPHABET = "@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ"
            + " !\"#¤%&'()*+,-./"
            + "0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNO"
            + "PQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmno"
            + "pqrstuvwxyzäöñüà";

    /** Section 6.2.1.1, and the septets that follow the escape. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final int[] EXTENSION_SEPTETS = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    @Test
    void defaultAlphabetShouldTakeItsSeptets() {
        for (int septet = 0; septet < 128; septet++) {
            if (septet != ESCAPE) {
                assertEncoded(DEFAULT_ALPHABET.substring(septet, septet + 1), septet);
            }
        }
    }

    @Test
    void extensionTableShouldTakeTheEscapeAndItsSeptets() {
        for (int i = 0; i < EXTENSION_SEPTETS.length; i++) {
            assertEncoded(EXTENSION.substring(i, i + 1), ESCAPE, EXTENSION_SEPTETS[i]);
        }
    }

    @Test
    void everyOtherCharacterShouldBeUcs2() {
        String gsm = DEFAULT_ALPHABET + EXTENSION;
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String text = Character.toString((char) c);
            assertEquals(
                    gsm.contains(text) ? Alphabet.GSM7 : Alphabet.UCS2,
                    EncodedText.of(text).alphabet(),
                    () -> "U+%04X".formatted((int) text.charAt(0)));
        }
    }

    @Test
    void oneOtherCharacterShouldMakeTheWholeTextUcs2() {
        assertEquals(Alphabet.GSM7, EncodedText.of("Hello [World]").alphabet());
        assertEquals(Alphabet.UCS2, EncodedText.of("Hello [Worl\u0111]").alphabet());
        assertEquals(Alphabet.UCS2, EncodedText.of("Hello \uD83D\uDE00").alphabet());
    }

    @Test
    void ucs2ShouldBeBigEndianWithoutAMark() {
        assertArrayEquals(
                new byte[] {0x04, 0x16, 0x00, 'a'}, EncodedText.of("Жa").octets());
        assertArrayEquals(
                new byte[] {(byte) 0xD8, 0x3D, (byte) 0xDE, 0x00},
                EncodedText.of("\uD83D\uDE00").octets());
    }

    @ParameterizedTest
    @CsvSource({
        "GSM7, GSM7, 0, 0, 160",
        "GSM7, GSM7, 0, 6, 153",
        "GSM7, GSM7, 0, 7, 152",
        "GSM7, GSM7, 0, 140, 0",
        "UCS2, UCS2, 8, 0, 140",
        "UCS2, UCS2, 8, 6, 134",
        "UCS2, UCS2, 8, 7, 132",
        "BINARY, 8BIT, 4, 0, 140",
        "BINARY, 8BIT, 4, 6, 134",
        "BINARY, 8BIT, 4, 7, 133",
        "BINARY, 8BIT, 4, 141, -1",
        "GSM7, GSM7, 0, 141, -2"
    })
    void alphabetShouldKnowItsDataCodingAndItsSize(
            Alphabet alphabet, String label, byte dataCoding, int header, int octets) {
        assertEquals(label, alphabet.label());
        assertEquals(dataCoding, alphabet.dataCoding());
        assertEquals(octets, alphabet.capacity(header));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 160, 1000})
    void textShouldTakeAnOctetASeptetOrTwoAUnit(int length) {
        assertEquals(length, EncodedText.of("a".repeat(length)).octets().length);
        assertEquals(2 * length, EncodedText.of("€".repeat(length)).octets().length);
        assertEquals(2 * length, EncodedText.of("Ж".repeat(length)).octets().length);
    }

    private static void assertEncoded(String text, int... septets) {
        byte[] octets = EncodedText.of(text).octets();
        assertEquals(Alphabet.GSM7, EncodedText.of(text).alphabet(), text);
        assertArrayEquals(
                septets, IntStream.range(0, octets.length).map(i -> octets[i]).toArray(), text);
        assertEquals(text, CharsetUtil.decode(octets, CharsetUtil.CHARSET_GSM));
    }
}
