package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
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
        "'36201234567 ', 36201234567"
    })
    void numberShouldBeReadWithItsPlus(String given, String number) {
        assertEquals(number, read(given));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is missing",
        "' ', is missing",
        "12, is not a number of 3 to 20 digits",
        "123456789012345678901, is not a number of 3 to 20 digits",
        "++123, is not a number of 3 to 20 digits",
        "12+34, is not a number of 3 to 20 digits",
        "0620 123, is not a number of 3 to 20 digits",
        "١٢٣٤, is not a number of 3 to 20 digits",
        "'123,456', has more than one number",
        "123;456, has more than one number"
    })
    void anythingElseShouldBeRejected(String given, String why) {
        var rejection = assertThrows(RejectedMessageException.class, () -> read(given));
        assertEquals(Fault.INVALID_RECIPIENT, rejection.fault());
        assertEquals("Invalid recipient. recipient " + why + ".", rejection.getMessage());
    }

    private static String read(String given) {
        return ReadRecipient.of(new FormDraft(ApiRequest.EMPTY, "", given));
    }
}
