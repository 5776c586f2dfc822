package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;
import org.caravansms.smpp.Profile.LongMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts written with the national tables that a provider's settings list, and those that are not. */
class NationalTablesTest {

    private static final String TURKISH = "Şoför çığlık atınca ağaç şaşırdı";

    private static final String LOCKING = "03250101";

    @Test
    void turkishTextShouldTake155CharactersAndNot70() {
        String text = (TURKISH + " ").repeat(5).substring(0, 155);
        SubmitPart part = only(parts(LongMessages.UDH, text));
        assertEquals(0, part.dataCoding());
        assertEquals(0x40, part.esmClass());
        assertEquals(LOCKING, hex(part.shortMessage(), 0, 4));
        assertEquals(4 + 155, part.shortMessage().length);
        assertEquals(text, read(List.of(part)));
        assertEquals(
                3,
                Messages.split(LongMessages.UDH)
                        .encode(Messages.of("SMS:TEXT", text))
                        .parts(1, 0)
                        .size());
    }

    @Test
    void longTextShouldNameItsTablesInEveryPart() {
        String text = (TURKISH + " ").repeat(10).substring(0, 299);
        List<SubmitPart> parts = parts(LongMessages.UDH, text);
        assertEquals(
                List.of("08250101" + "0003090301", "08250101" + "0003090302", "08250101" + "0003090303"),
                parts.stream().map(part -> hex(part.shortMessage(), 0, 9)).toList());
        assertEquals(
                List.of(9 + 149, 9 + 149, 9 + 1),
                parts.stream().map(part -> part.shortMessage().length).toList());
        assertEquals(text, read(parts));
        assertEquals(2, parts(LongMessages.UDH, text.substring(1)).size());
    }

    @Test
    void headerShouldStandInPartsThatTheSmscNumbersAndInThePayload() {
        String text = (TURKISH + " ").repeat(6).substring(0, 160);
        List<SubmitPart> sar = parts(LongMessages.SAR, text);
        assertEquals(
                List.of(4 + 149, 4 + 11),
                sar.stream().map(part -> part.shortMessage().length).toList());
        sar.forEach(part -> assertEquals(LOCKING, hex(part.shortMessage(), 0, 4)));
        SubmitPart payload = only(parts(LongMessages.PAYLOAD, text));
        assertEquals(0x40, payload.esmClass());
        assertEquals(LOCKING, hex(payload.tlvs().get(Tag.MESSAGE_PAYLOAD), 0, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "Caffè e più ş merhaba dünya 1234567890, 03240101",
        "Şoför çığlık atınca ağaç şaşırdı, 03250101",
        "Não há condições à tarde; amanhã de manhã, 0325",
        "El niño salió temprano y llegó aún más tarde, 03240102",
        "नमस्ते दुनिया कैसे हो आप लोग, 03250106"
    })
    void tableShouldBeTheShortest(String text, String header) {
        SubmitPart part = only(parts(LongMessages.UDH, text));
        assertEquals(header, hex(part.shortMessage(), 0, header.length() / 2));
        assertEquals(text, read(List.of(part)));
    }

    @ParameterizedTest
    @CsvSource({"Şu, 8", "Ж, 8", "Şoför çığlık atınca ağaç Ж, 8", "Hello, 0"})
    void textThatGetsNoShorterShouldGoAsBefore(String text, int dataCoding) {
        SubmitPart part = only(parts(LongMessages.UDH, text));
        assertEquals(dataCoding, part.dataCoding());
        assertEquals(0, part.esmClass());
    }

    @Test
    void alphabetThatIsAskedForShouldBeKept() {
        Profile profile = profile(LongMessages.UDH);
        SplitMessage split = Messages.split(profile);
        assertEquals(
                8,
                only(split.encode(Messages.of("SMS:TEXT:UCS2", TURKISH)).parts(1, 0))
                        .dataCoding());
        Map<SmppField, Integer> ucs2 = Map.of(SmppField.DATA_CODING, 8);
        assertEquals(
                8,
                only(split.encode(Messages.of("SMS:TEXT", TURKISH, ucs2)).parts(1, 0))
                        .dataCoding());
        assertThrows(RejectedMessageException.class, () -> split.encode(Messages.of("SMS:TEXT:GSM7BIT", TURKISH))
                .parts(1, 0));
        SubmitPart flash =
                only(split.encode(Messages.of("SMS:TEXT:CLASS0", TURKISH)).parts(1, 0));
        assertEquals(0x10, flash.dataCoding());
        assertEquals(LOCKING, hex(flash.shortMessage(), 0, 4));
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageShouldArriveAsItIs(NationalLanguage language) {
        Profile profile = profile(LongMessages.UDH, language);
        for (GsmAlphabet alphabet : GsmAlphabet.of(language).toList()) {
            StringBuilder all = new StringBuilder();
            for (char c = 1; c < Character.MAX_VALUE; c++) {
                all.append(alphabet.encode(Character.toString(c)) == null ? "" : Character.toString(c));
            }
            String text = all.toString();
            assertEquals(
                    text,
                    read(Messages.split(profile)
                            .encode(Messages.of("SMS:TEXT", text))
                            .parts(1, 0)));
        }
    }

    private static List<SubmitPart> parts(LongMessages way, String text) {
        return Messages.split(profile(way))
                .encode(Messages.of("SMS:TEXT", text))
                .parts(0x0109, 0);
    }

    private static Profile profile(LongMessages way) {
        return profile(
                way,
                NationalLanguage.TURKISH,
                NationalLanguage.SPANISH,
                NationalLanguage.PORTUGUESE,
                NationalLanguage.HINDI);
    }

    private static Profile profile(LongMessages way, NationalLanguage... languages) {
        return Messages.profile(Alphabet.GSM7, way, false, 0, List.of(languages), Map.of());
    }

    /** As a handset does, which has each part by itself. */
    private static String read(List<SubmitPart> parts) {
        StringBuilder text = new StringBuilder();
        for (SubmitPart part : parts) {
            byte[] data = part.shortMessage();
            byte[] header = Arrays.copyOf(data, part.esmClass() == 0 ? 0 : 1 + data[0]);
            assertTrue(header.length * 8 + (data.length - header.length) * 7 <= 140 * 8);
            byte[] septets = Arrays.copyOfRange(data, header.length, data.length);
            text.append(GsmAlphabet.of(header).decode(septets));
        }
        return text.toString();
    }

    private static SubmitPart only(List<SubmitPart> parts) {
        assertEquals(1, parts.size());
        return parts.get(0);
    }

    private static String hex(byte[] octets, int from, int to) {
        return HexFormat.of().formatHex(octets, from, to);
    }
}
