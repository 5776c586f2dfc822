package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.caravansms.smpp.Profile.LongMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The octets of parts, written out. Trap 4 of the endpoint: it cuts where 153 characters end. */
class PartEdgeTest {

    private static final String EMOJI = "\uD83D\uDE00";
    private static final String PORT = "050423f40000";

    @Test
    void euroAtTheEdgeShouldMoveToTheNextPart() {
        List<SubmitPart> parts = parts(LongMessages.UDH, "SMS:TEXT", "a".repeat(152) + "€" + "b".repeat(9));
        assertEquals(List.of("0500032a0201" + "61".repeat(152), "0500032a0202" + "1b65" + "62".repeat(9)), hex(parts));
    }

    @Test
    void euroThatEndsAtTheEdgeShouldStay() {
        List<SubmitPart> parts = parts(LongMessages.UDH, "SMS:TEXT", "a".repeat(151) + "€" + "b".repeat(9));
        assertEquals(List.of("0500032a0201" + "61".repeat(151) + "1b65", "0500032a0202" + "62".repeat(9)), hex(parts));
    }

    @Test
    void emojiAtTheEdgeShouldMoveToTheNextPart() {
        List<SubmitPart> parts = parts(LongMessages.UDH, "SMS:TEXT", "Ж".repeat(66) + EMOJI + "Я".repeat(9));
        assertEquals(
                List.of("0500032a0201" + "0416".repeat(66), "0500032a0202" + "d83dde00" + "042f".repeat(9)),
                hex(parts));
    }

    @Test
    void emojiThatEndsAtTheEdgeShouldStay() {
        List<SubmitPart> parts = parts(LongMessages.UDH, "SMS:TEXT", "Ж".repeat(65) + EMOJI + "Я".repeat(9));
        assertEquals(
                List.of("0500032a0201" + "0416".repeat(65) + "d83dde00", "0500032a0202" + "042f".repeat(9)),
                hex(parts));
    }

    @Test
    void wideReferenceShouldTakeASeptetOrAUnitMore() {
        assertEquals(
                List.of("060804012a0201" + "61".repeat(152), "060804012a0202" + "61".repeat(9)),
                hex(parts(LongMessages.UDH16, "SMS:TEXT", "a".repeat(161))));
        assertEquals(
                List.of("060804012a0201" + "0416".repeat(66), "060804012a0202" + "0416".repeat(5)),
                hex(parts(LongMessages.UDH16, "SMS:TEXT", "Ж".repeat(71))));
    }

    @Test
    void portShouldShareTheHeaderOfEachPart() {
        assertEquals(
                List.of("0b" + PORT + "00032a0201" + "61".repeat(128), "0b" + PORT + "00032a0202" + "61".repeat(6)),
                hex(parts(LongMessages.UDH, "SMS:VCARD", "a".repeat(134))));
        assertEquals(
                List.of("0c" + PORT + "0804012a0201" + "61".repeat(127), "0c" + PORT + "0804012a0202" + "61".repeat(7)),
                hex(parts(LongMessages.UDH16, "SMS:VCARD", "a".repeat(134))));
    }

    @Test
    void sarShouldNumberThePartsAndLeaveThePortInTheHeader() {
        List<SubmitPart> parts = parts(LongMessages.SAR, "SMS:VCARD", "a".repeat(134));
        assertEquals(List.of("06" + PORT + "61".repeat(128), "06" + PORT + "61".repeat(6)), hex(parts));
        assertEquals("{524=012a, 526=02, 527=01}", tlvs(parts.get(0)));
        assertEquals("{524=012a, 526=02, 527=02}", tlvs(parts.get(1)));
        assertEquals(0x40, parts.get(1).esmClass());
        assertEquals(
                0, parts(LongMessages.SAR, "SMS:TEXT", "a".repeat(161)).get(0).esmClass());
    }

    @Test
    void sarShouldLeaveRoomForTheHeaderThatTheSmscMakes() {
        assertEquals(
                List.of("61".repeat(153), "61".repeat(8)), hex(parts(LongMessages.SAR, "SMS:TEXT", "a".repeat(161))));
    }

    @Test
    void payloadShouldStandInItsOwnFieldWhenShortMessageCannotHoldIt() {
        List<SubmitPart> parts = parts(LongMessages.PAYLOAD, "SMS:TEXT", "a".repeat(161));
        assertEquals(List.of(""), hex(parts));
        assertEquals("{1060=" + "61".repeat(161) + "}", tlvs(parts.get(0)));
        List<SubmitPart> vcard = parts(LongMessages.PAYLOAD, "SMS:VCARD", "a".repeat(134));
        assertEquals("{1060=06" + PORT + "61".repeat(134) + "}", tlvs(vcard.get(0)));
        assertEquals(0x40, vcard.get(0).esmClass());
    }

    @ParameterizedTest
    @CsvSource({"UDH", "UDH16", "SAR", "PAYLOAD"})
    void onePartShouldBeNothingButTheMessage(LongMessages way) {
        List<SubmitPart> parts = parts(way, "SMS:TEXT", "{".repeat(80));
        assertEquals(List.of("1b28".repeat(80)), hex(parts));
        assertEquals("{}", tlvs(parts.get(0)));
        assertEquals(0, parts.get(0).esmClass());
    }

    private static List<SubmitPart> parts(LongMessages way, String type, String text) {
        return Messages.split(way).encode(Messages.of(type, text)).parts(0x012A, 0);
    }

    private static List<String> hex(List<SubmitPart> parts) {
        return parts.stream()
                .map(part -> HexFormat.of().formatHex(part.shortMessage()))
                .toList();
    }

    private static String tlvs(SubmitPart part) {
        TreeMap<Integer, String> tlvs = new TreeMap<>();
        part.tlvs().forEach((tag, value) -> tlvs.put(tag, HexFormat.of().formatHex(value)));
        return tlvs.toString();
    }
}
