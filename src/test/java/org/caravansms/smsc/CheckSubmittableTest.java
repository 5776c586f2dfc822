package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.stream.Stream;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSubmittableTest {

    private final CheckSubmittable check = new CheckSubmittable();

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
                Arguments.of("a".repeat(161), "161 octets in GSM7; one message holds 160."),
                Arguments.of("{".repeat(81), "162 octets in GSM7; one message holds 160."),
                Arguments.of("a".repeat(159) + "€", "161 octets in GSM7; one message holds 160."),
                Arguments.of("Ж".repeat(71), "142 octets in UCS2; one message holds 140."),
                Arguments.of("\uD83D\uDE00".repeat(36), "144 octets in UCS2; one message holds 140."),
                Arguments.of("a".repeat(70) + "Ж", "142 octets in UCS2; one message holds 140."));
    }

    @ParameterizedTest
    @MethodSource("longestTexts")
    void textOfOnePartShouldPass(String text) {
        SmsMessage message = message("Caravan", text);
        assertDoesNotThrow(() -> check.accept(message));
    }

    @ParameterizedTest
    @MethodSource("tooLongTexts")
    void longerTextShouldBeRejectedWithItsSize(String text, String size) {
        RejectedMessageException refusal = refusal("Caravan", text);
        assertEquals(Fault.TEXT_TOO_LONG, refusal.fault());
        assertEquals("messagedata takes " + size, refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+44777888", "06201234567", "1234", "Caravan", "Caravan SMS"})
    void originatorThatIsAnAddressShouldPass(String originator) {
        SmsMessage message = message(originator, "Hello");
        assertDoesNotThrow(() -> check.accept(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Caravan SMS!", "Караван", "€€€€€€", "123456789012345678901"})
    void originatorThatIsNoneShouldBeRejected(String originator) {
        RejectedMessageException refusal = refusal(originator, "Hello");
        assertEquals(Fault.INVALID_ORIGINATOR, refusal.fault());
        assertEquals("Invalid originator: it is neither a number nor 1 to 11 GSM characters.", refusal.getMessage());
    }

    @Test
    void refusalShouldNotRepeatTheText() {
        assertFalse(refusal("Caravan", "secret".repeat(50)).getMessage().contains("secret"));
    }

    private RejectedMessageException refusal(String originator, String text) {
        return assertThrows(RejectedMessageException.class, () -> check.accept(message(originator, text)));
    }

    private static SmsMessage message(String originator, String text) {
        return new SmsMessage("1", "admin", originator, "+36201234567", "SMS:TEXT", text, "", Instant.EPOCH);
    }
}
