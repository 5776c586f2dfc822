package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadOriginatorTest {

    @ParameterizedTest
    @CsvSource({
        "+36 20/123-4567, +36201234567",
        "tel:+36201234567, +36201234567",
        "\u202a+36201234567\u202c, +36201234567",
        "+0036201234567, 0036201234567",
        "0036 20 123 4567, 0036201234567",
        "(06 20) 123-4567, 06201234567"
    })
    void numberShouldBeReadAsPeopleWriteIt(String given, String originator) {
        assertEquals(originator, read(given));
    }

    @ParameterizedTest
    @CsvSource({
        "24/7, 24/7",
        "7-11, 7-11",
        "' Shop. ', Shop.",
        "+1, +1",
        "1234, 1234",
        "St. Mary's Hospital, St. Mary's Hospital"
    })
    void nameShouldStayAsItIs(String given, String originator) {
        assertEquals(originator, read(given));
    }

    @Test
    void plusAndZeroShouldBeRefused() {
        var rejection = assertThrows(RejectedMessageException.class, () -> read("+06 20 123 4567"));
        assertEquals(Fault.INVALID_ORIGINATOR, rejection.fault());
        assertEquals(
                "originator begins with +0, and no country code begins with 0: leave out the + of a local number.",
                rejection.getMessage());
    }

    private static String read(String given) {
        return ReadOriginator.of(new FormMessageRequest(ApiRequest.EMPTY, "", null, FormTlvs.NONE), given);
    }
}
