package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;
import org.caravansms.smpp.Profile.LongMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of submit_sm that a client sets itself. */
class SmppFieldsTest {

    private final SplitMessage split = Messages.split(LongMessages.UDH);

    @Test
    void kindsOfAddressShouldReplaceThoseOfTheProfile() {
        Map<SmppField, Integer> fields = new EnumMap<>(Map.of(
                SmppField.SOURCE_ADDR_TON, 6,
                SmppField.SOURCE_ADDR_NPI, 9,
                SmppField.DEST_ADDR_TON, 2,
                SmppField.DEST_ADDR_NPI, 18));
        SubmitPart part =
                split.encode(Messages.of("SMS:TEXT", "x", fields)).parts(0, 0).get(0);
        assertEquals(new Address((byte) 6, (byte) 9, "Caravan"), part.source());
        assertEquals(new Address((byte) 2, (byte) 18, "36201234567"), part.destination());
        SubmitPart half = part("SMS:TEXT", "x", SmppField.DEST_ADDR_TON, 4);
        assertEquals(new Address((byte) 4, (byte) 1, "36201234567"), half.destination());
    }

    @ParameterizedTest
    @CsvSource({"SOURCE_ADDR_TON, 7", "SOURCE_ADDR_NPI, 2", "DEST_ADDR_TON, 255", "DEST_ADDR_NPI, 19"})
    void kindThatThereIsNotShouldBeRefused(SmppField field, int value) {
        assertRefused(
                Fault.INVALID_PARAMETER,
                field.standardName() + " " + value + " is none of SMPP 3.4.",
                "x",
                field,
                value);
    }

    @ParameterizedTest
    @CsvSource({
        "0, @€, 001b65",
        "1, @A, 4041",
        "3, ©é, a9e9",
        "6, Ж, b6",
        "7, א, e0",
        "8, @, 0040",
        "16, @, 00",
        "27, @, 0040",
        "192, @, 00",
        "224, @, 0040",
        "240, @, 00"
    })
    void dataCodingShouldChooseTheAlphabetOfAText(int dataCoding, String text, String octets) {
        for (String type : List.of("SMS:TEXT", "SMS:TEXT:UCS2", "SMS:TEXT:CLASS0")) {
            SubmitPart part = part(type, text, SmppField.DATA_CODING, dataCoding);
            assertEquals((byte) dataCoding, part.dataCoding());
            assertEquals(octets, HexFormat.of().formatHex(part.shortMessage()));
        }
    }

    @Test
    void alphabetsOfEightBitsShouldBeCutAsOctets() {
        List<SubmitPart> parts = split.encode(
                        Messages.of("SMS:TEXT", "é".repeat(141), Map.of(SmppField.DATA_CODING, 3)))
                .parts(1, 0);
        assertEquals(
                List.of(140, 13),
                parts.stream().map(part -> part.shortMessage().length).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, ç, the GSM alphabet",
        "1, é, data_coding 1",
        "3, €, data_coding 3",
        "6, é, data_coding 6",
        "16, ç, the GSM alphabet"
    })
    void characterThatTheAlphabetHasNotShouldBeNamed(int dataCoding, String text, String alphabet) {
        String refusal = "messagedata has at position 2 the character U+%04X, which %s does not have."
                .formatted(text.codePointAt(0), alphabet);
        assertRefused(Fault.INVALID_MESSAGE_DATA, refusal, "x" + text, SmppField.DATA_CODING, dataCoding);
    }

    @ParameterizedTest
    @CsvSource({"2", "4", "5", "20", "245"})
    void dataCodingWithoutAnAlphabetShouldBeRefusedForAText(int dataCoding) {
        assertRefused(
                Fault.INVALID_PARAMETER,
                "data_coding " + dataCoding + " is not one that a text can be sent in: 0 GSM, 1 ASCII, 3 Latin-1, 6"
                        + " Cyrillic, 7 Hebrew, 8 UCS-2, or GSM or UCS-2 with a class.",
                "x",
                SmppField.DATA_CODING,
                dataCoding);
    }

    @ParameterizedTest
    @CsvSource({"248", "196"})
    void dataCodingThatWouldLoseABitShouldBeRefused(int dataCoding) {
        String refusal = "data_coding " + dataCoding + " has a reserved bit, 3GPP TS 23.038.";
        assertRefused(Fault.INVALID_PARAMETER, refusal, "x", SmppField.DATA_CODING, dataCoding);
    }

    @Test
    void dataCodingShouldOnlyBeReplacedForData() {
        SubmitPart part = part("SMS:BINARY", "00ff", SmppField.DATA_CODING, 0xF5);
        assertEquals((byte) 0xF5, part.dataCoding());
        assertEquals("00ff", HexFormat.of().formatHex(part.shortMessage()));
        assertEquals(0x15, part("SMS:VCARD", "x", SmppField.DATA_CODING, 0x15).dataCoding());
    }

    private SubmitPart part(String type, String text, SmppField field, int value) {
        return split.encode(Messages.of(type, text, Map.of(field, value)))
                .parts(0, 0)
                .get(0);
    }

    private static void assertRefused(Fault fault, String text, String data, SmppField field, int value) {
        RejectedMessageException refusal = assertThrows(RejectedMessageException.class, () -> SplitMessage.standard(255)
                .segments(Messages.of("SMS:TEXT", data, Map.of(field, value))));
        assertEquals(fault, refusal.fault());
        assertEquals(text, refusal.getMessage());
    }
}
