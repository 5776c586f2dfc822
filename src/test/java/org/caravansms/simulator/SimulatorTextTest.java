package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTextTest {
    /** 3GPP TS 23.038, section 6.2.1, as code points; the escape shows as a space. */
    private static final String DEFAULT_ALPHABET = """
            0040 00a3 0024 00a5 00e8 00e9 00f9 00ec 00f2 00c7 000a 00d8 00f8 000d 00c5 00e5
            0394 005f 03a6 0393 039b 03a9 03a0 03a8 03a3 0398 039e 0020 00c6 00e6 00df 00c9
            0020 0021 0022 0023 00a4 0025 0026 0027 0028 0029 002a 002b 002c 002d 002e 002f
            0030 0031 0032 0033 0034 0035 0036 0037 0038 0039 003a 003b 003c 003d 003e 003f
            00a1 0041 0042 0043 0044 0045 0046 0047 0048 0049 004a 004b 004c 004d 004e 004f
            0050 0051 0052 0053 0054 0055 0056 0057 0058 0059 005a 00c4 00d6 00d1 00dc 00a7
            00bf 0061 0062 0063 0064 0065 0066 0067 0068 0069 006a 006b 006c 006d 006e 006f
            0070 0071 0072 0073 0074 0075 0076 0077 0078 0079 007a 00e4 00f6 00f1 00fc 00e0
            """;

    @Test
    void defaultAlphabetShouldHaveTheCharactersOfTheSpecification() throws MalformedPdu {
        String[] codePoints = DEFAULT_ALPHABET.trim().split("\\s+");
        assertEquals(128, codePoints.length);
        for (int code = 0; code < codePoints.length; code++) {
            String expected = Character.toString(HexFormat.fromHexDigits(codePoints[code]));
            assertEquals(expected, text(0, 0, HexFormat.of().toHexDigits((byte) code)), "code " + code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1b65,20ac", "1b14,005e", "1b28,007b", "1b29,007d", "1b2f,005c",
        "1b3c,005b", "1b3d,007e", "1b3e,005d", "1b40,007c", "1b0a,000c"
    })
    void extensionTableShouldHaveTheCharactersOfTheSpecification(String octets, String codePoint) throws MalformedPdu {
        assertEquals(Character.toString(HexFormat.fromHexDigits(codePoint)), text(0, 0, octets));
    }

    @Test
    void codeOutsideOfTheExtensionTableShouldShowAsDefaultCharacter() throws MalformedPdu {
        assertEquals("aB c", text(0, 0, "61" + "1b42" + "1b1b" + "63"));
    }

    @Test
    void octetAboveTheAlphabetShouldShowAsReplacement() throws MalformedPdu {
        assertEquals("a\uFFFDb", text(0, 0, "618062"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x10, 0x11, 0x12, 0x13})
    void defaultAlphabetShouldBeDecodedForAllClasses(int dataCoding) throws MalformedPdu {
        assertEquals("5 €@", text(0, dataCoding, "3520" + "1b65" + "00"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x08, 0x18, 0x19, 0x1A, 0x1B})
    void ucs2ShouldBeDecodedForAllClasses(int dataCoding) throws MalformedPdu {
        assertEquals("ő€漢", text(0, dataCoding, "0151" + "20ac" + "6f22"));
    }

    @Test
    void oddOctetOfUcs2ShouldShowAsReplacement() throws MalformedPdu {
        assertEquals("a\uFFFD", text(0, 8, "006100"));
    }

    @Test
    void latin1ShouldBeDecoded() throws MalformedPdu {
        assertEquals("aé$", text(0, 3, "61e924"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x02, 0x04, 0x14, 0x1C, 0xF5})
    void otherCodingsShouldShowAsHexadecimalDigits(int dataCoding) throws MalformedPdu {
        assertEquals("00ff61", text(0, dataCoding, "00ff61"));
    }

    @Test
    void userDataHeaderShouldNotShow() throws MalformedPdu {
        assertEquals("part", text(0x40, 0, "050003cc0201" + "70617274"));
        assertEquals("¤ò", text(0x40, 0, "2408"));
    }

    @Test
    void messagePayloadShouldShowWhereShortMessageIsEmpty() throws MalformedPdu {
        String payload = "0424" + "0002" + "6f6b";
        assertEquals("ok", parse(WirePdu.submitSm(1, "").with(payload)).text());
        assertEquals("short", parse(WirePdu.submitSm(1, "short").with(payload)).text());
    }

    private static String text(int esmClass, int dataCoding, String octets) throws MalformedPdu {
        return parse(WirePdu.submitSm(1, esmClass, dataCoding, HexFormat.of().parseHex(octets)))
                .text();
    }

    private static SubmitSm parse(WirePdu pdu) throws MalformedPdu {
        return SubmitSm.parse(Pdu.received(pdu.bytes()));
    }
}
