package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadRecipientTest {

    @ParameterizedTest
    @CsvSource({
        "+36201234567, +36201234567",
        "06201234567, 06201234567",
        "0036201234567, 0036201234567",
        "123, 123",
        "12345678901234567890, 12345678901234567890",
        "' 36201234567', 36201234567",
        "' +36201234567', +36201234567",
        "' 06201234567 ', 06201234567",
        "'36201234567 ', 36201234567",
        "+36 20/123-4567, +36201234567",
        "(20) 123.45.67, 201234567",
        "(+36) 20 - 123 4567, +36201234567",
        "+36\u00a020\u202f123\u30004567, +36201234567",
        "+36\u201120\u2013123\u22124567, +36201234567",
        "\u202a+36 20 123 4567\u202c, +36201234567",
        "\ufeff\u200e\u200b36201234567, 36201234567",
        "tel:+36-20-123-4567, +36201234567",
        "' TEL: 06 20 123 4567', 06201234567",
        "'36201234567\r\n', 36201234567",
        "+0036201234567, 0036201234567",
        "+00 36 20 1234567, 0036201234567"
    })
    void numberShouldBeReadWithItsPlus(String given, String number) {
        assertEquals(number, read(given));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is missing",
        "' ', is missing",
        "'\u00a0', is missing",
        "+, is not a number of 3 to 20 digits",
        "12, is not a number of 3 to 20 digits",
        "123456789012345678901, is not a number of 3 to 20 digits",
        "+06201234567, 'begins with +0, and no country code begins with 0: leave out the + of a local number'",
        "+000123456, 'begins with +0, and no country code begins with 0: leave out the + of a local number'",
        "'123,456', has more than one number",
        "123;456, has more than one number"
    })
    void anythingElseShouldBeRejected(String given, String why) {
        var rejection = assertThrows(RejectedMessageException.class, () -> read(given));
        assertEquals(Fault.INVALID_RECIPIENT, rejection.fault());
        assertEquals("Invalid recipient. recipient " + why + ".", rejection.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "++123 | \"+\" (U+002B) behind its beginning",
                "12+34 | \"+\" (U+002B) behind its beginning",
                "062O123 | \"O\" (U+004F)",
                "١٢ | \"١\" (U+0661), \"٢\" (U+0662)",
                "36 20x12x*3 | \"x\" (U+0078), \"*\" (U+002A)",
                "123\t456 | U+0009",
                "123\u2028456 | U+2028",
                "123\ud800456 | U+D800",
                "123\ud83d\udc2a456 | \"\ud83d\udc2a\" (U+1F42A)",
                "abcdefghijklm | \"a\" (U+0061), \"b\" (U+0062), \"c\" (U+0063), \"d\" (U+0064), \"e\" (U+0065), "
                        + "\"f\" (U+0066), \"g\" (U+0067), \"h\" (U+0068), \"i\" (U+0069), \"j\" (U+006A)"
            })
    void charactersThatNoNumberHasShouldBeNamed(String given, String named) {
        var rejection = assertThrows(RejectedMessageException.class, () -> read(given));
        assertEquals(
                "Invalid recipient. recipient is not a number of 3 to 20 digits: it has " + named + ".",
                rejection.getMessage());
    }

    @Test
    void lineBreakShouldNotJoinTwoNumbers() {
        var rejection = assertThrows(RejectedMessageException.class, () -> read("123456\r\n234567"));
        assertTrue(rejection.getMessage().endsWith(": it has U+000D, U+000A."), rejection.getMessage());
    }

    /** As it was written in a JSON document: a blank is one. */
    @Test
    void blankInJsonShouldBeNoPlus() {
        SendMsgMessage message = new SendMsgMessage();
        message.toAddress = " 36201234567";
        assertEquals("36201234567", ReadRecipient.of(new JsonMessageRequest(0, message)));
    }

    private static String read(String given) {
        return ReadRecipient.of(new FormMessageRequest(ApiRequest.EMPTY, "", given, FormTlvs.NONE));
    }
}
