package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSubmittableTest {

    private final CheckSubmittable check = new CheckSubmittable(2);

    static Stream<String> longestTexts() {
        return Stream.of(
                "",
                "a".repeat(160),
                "{".repeat(80),
                "a".repeat(158) + "€",
                "Ж".repeat(70),
                "\uD83D\uDE00".repeat(35),
                "a".repeat(69) + "Ж");
    }

    static Stream<Arguments> tooLongTexts() {
        return Stream.of(
                Arguments.of("a".repeat(306), "2 parts in GSM7", "3 parts in GSM7"),
                Arguments.of("{".repeat(152), "2 parts in GSM7", "3 parts in GSM7"),
                Arguments.of("a".repeat(152) + "€" + "a".repeat(151), "2 parts in GSM7", "3 parts in GSM7"),
                Arguments.of("Ж".repeat(134), "2 parts in UCS2", "3 parts in UCS2"),
                Arguments.of("\uD83D\uDE00".repeat(66), "2 parts in UCS2", "3 parts in UCS2"));
    }

    @ParameterizedTest
    @MethodSource("longestTexts")
    void textOfOnePartShouldPass(String text) {
        SmsMessage message = message("Caravan", text);
        assertDoesNotThrow(() -> check.apply(message));
    }

    @ParameterizedTest
    @MethodSource("tooLongTexts")
    void longestTextAllowedShouldPassAndALongerOneBeRejectedWithItsParts(String text, String fits, String longer) {
        Segments segments = check.apply(message("Caravan", text));
        assertEquals(fits, segments.count() + " parts in " + segments.encoding());
        RejectedMessageException refusal = refusal("Caravan", text + "aa");
        assertEquals(Fault.TEXT_TOO_LONG, refusal.fault());
        assertEquals("messagedata takes " + longer + "; a message has at most 2.", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44777888", "06201234567", "1234", "Caravan", "Caravan SMS"})
    void originatorThatIsAnAddressShouldPass(String originator) {
        SmsMessage message = message(originator, "Hello");
        assertDoesNotThrow(() -> check.apply(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Caravan SMS!", "Караван", "€€€€€€", "123456789012345678901"})
    void originatorThatIsNoneShouldBeRejected(String originator) {
        RejectedMessageException refusal = refusal(originator, "Hello");
        assertEquals(Fault.INVALID_ORIGINATOR, refusal.fault());
        assertEquals(
                "Invalid originator: it is neither a number nor 1 to 11 GSM characters without accents.",
                refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "SMS:TEXT, a, 160, GSM7",
        "SMS:TEXT:CLASS0, Ж, 70, UCS2",
        "SMS:TEXT:GSM7BIT, a, 160, GSM7",
        "SMS:TEXT:GSM7BIT:CLASS1, €, 80, GSM7",
        "SMS:TEXT:UCS2, a, 70, UCS2",
        "SMS:TEXT:UCS2:CLASS2, a, 70, UCS2",
        "SMS:BINARY, 00, 140, 8BIT",
        "SMS:VCARD, a, 133, 8BIT",
        "SMS:VCALENDAR, Ж, 66, 8BIT",
        "SMS:WAPPUSH, 00, 133, 8BIT"
    })
    void typeShouldHoldWhatOnePartHolds(String type, String unit, int units, String encoding) {
        assertEquals(new Segments(1, encoding), check.apply(message(type, "Caravan", unit.repeat(units))));
        assertEquals(new Segments(2, encoding), check.apply(message(type, "Caravan", unit.repeat(units + 1))));
    }

    @ParameterizedTest
    @CsvSource({"00, 152", "08, 132", "f5, 133"})
    void headerShouldTakeItsRoomFromTheData(String dcs, int octets) {
        String document = "<s><dcs>%s</dcs><udh>0605040b8423f0</udh><ud>%s</ud></s>";
        String longest = document.formatted(dcs, "00".repeat(octets));
        assertEquals(
                1, check.apply(message("SMS:BINARY:XML", "Caravan", longest)).count());
        String longer = document.formatted(dcs, "00".repeat(octets + 1));
        assertEquals(
                2, check.apply(message("SMS:BINARY:XML", "Caravan", longer)).count());
    }

    @ParameterizedTest
    @CsvSource({"c870c6, 198, 0", "8a7088, 136, 2", "050003010201, 0, 160"})
    void headerWithoutRoomForTheNumberOfAPartShouldBeRejected(String header, int more, int data) {
        String document = "<s><udh>" + header + "00".repeat(more) + "</udh><ud>" + "00".repeat(data) + "</ud></s>";
        RejectedMessageException refusal = refusal(message("SMS:BINARY:XML", "Caravan", document));
        assertEquals(Fault.TEXT_TOO_LONG, refusal.fault());
        assertEquals(
                "messagedata does not fit one part, and its user data header leaves no room for the number of a part or"
                        + " has one already.",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMS:PIGEON", "", "SMS:TEXT:CLASS4", "SMS:BINARY:CLASS0", "SMS:TEXT:CLASS0:GSM7BIT"})
    void typeThatThereIsNotShouldBeRejectedWithThoseThereAre(String type) {
        RejectedMessageException refusal = refusal(message(type, "Caravan", "00"));
        assertEquals(Fault.UNSUPPORTED_MESSAGE_TYPE, refusal.fault());
        assertTrue(refusal.getMessage().contains("SMS:TEXT:GSM7BIT"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("SMS:WAPPUSH"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "secret Ж, 8 the character U+0416",
        "a\uD83D\uDE00, 2 the character U+1F600",
        "\uD83D\uDE00Ж, 1 the character U+1F600",
        "ç, 1 the character U+00E7"
    })
    void characterThatGsmHasNotShouldBeNamed(String text, String what) {
        RejectedMessageException refusal = refusal(message("SMS:TEXT:GSM7BIT", "Caravan", text));
        assertEquals(Fault.INVALID_MESSAGE_DATA, refusal.fault());
        assertEquals(
                "messagedata has at position " + what + ", which the GSM alphabet does not have.",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0g", "00 00", "0x00", " 00", "éé"})
    void binaryThatIsNotHexadecimalShouldBeRejected(String text) {
        RejectedMessageException refusal = refusal(message("SMS:BINARY", "Caravan", text));
        assertEquals(Fault.INVALID_MESSAGE_DATA, refusal.fault());
        assertEquals("messagedata is not hexadecimal: two digits an octet, no blanks.", refusal.getMessage());
    }

    @Test
    void partsThatWouldReplaceEachOtherShouldBeRefused() {
        Map<SmppField, Integer> replace = Map.of(SmppField.REPLACE_IF_PRESENT_FLAG, 1);
        check.apply(Messages.of("SMS:TEXT", "x".repeat(160), replace));
        RejectedMessageException refusal = assertThrows(
                RejectedMessageException.class, () -> check.apply(Messages.of("SMS:TEXT", "x".repeat(161), replace)));
        assertEquals(
                "replace_if_present_flag is for a message of one part: each of the 2 parts would replace the one before"
                        + " it.",
                refusal.getMessage());
    }

    @Test
    void refusalShouldNotRepeatTheText() {
        assertFalse(refusal("Caravan", "secret".repeat(60)).getMessage().contains("secret"));
    }

    private RejectedMessageException refusal(String originator, String text) {
        return refusal(message(originator, text));
    }

    private RejectedMessageException refusal(SmsMessage message) {
        return assertThrows(RejectedMessageException.class, () -> check.apply(message));
    }

    private static SmsMessage message(String originator, String text) {
        return message("SMS:TEXT", originator, text);
    }

    private static SmsMessage message(String type, String originator, String text) {
        return new SmsMessage(
                "1", "admin", originator, "+36201234567", type, text, "", Instant.EPOCH, MessageOptions.NONE);
    }
}
