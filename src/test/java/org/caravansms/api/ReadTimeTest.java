package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.caravansms.message.RejectedMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadTimeTest {

    private static final Instant LOCAL =
            LocalDateTime.of(2027, 1, 2, 3, 4, 5).atZone(ZoneId.systemDefault()).toInstant();

    @ParameterizedTest
    @CsvSource({
        "OF_FORM_VALIDITY, 2027.01.02. 03:04:05",
        "OF_FORM, 2027-01-02 03:04:05",
        "OF_FORM, ' 2027-01-02 03:04:05 '",
        "OF_JSON, 2027-01-02 03:04:05",
        "OF_JSON, 2027-01-02T03:04:05"
    })
    void timeWithoutAnOffsetShouldBeTheServers(ReadTime form, String time) {
        assertEquals(LOCAL, read(form, time));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-02T03:04:05Z, 2027-01-02T03:04:05Z",
        "2027-01-02T03:04:05+01:00, 2027-01-02T02:04:05Z",
        "2027-01-02T03:04:05.123Z, 2027-01-02T03:04:05.123Z",
        "2027-01-02 03:04:05.123456789-05:00, 2027-01-02T08:04:05.123456789Z"
    })
    void offsetAndFractionOfJsonShouldCount(String time, Instant instant) {
        assertEquals(instant, read(ReadTime.OF_JSON, time));
    }

    @ParameterizedTest
    @CsvSource({
        "OF_FORM_VALIDITY, 2027-01-02 03:04:05",
        "OF_FORM_VALIDITY, 2027.01.02 03:04:05",
        "OF_FORM, 2027.01.02. 03:04:05",
        "OF_FORM, 2027-01-02T03:04:05",
        "OF_FORM, 2027-02-29 03:04:05",
        "OF_FORM, 2027-01-02 24:00:00",
        "OF_FORM, 2027-01-02",
        "OF_JSON, 02/01/2027",
        "OF_JSON, ${date:now}"
    })
    void anythingElseShouldBeRejectedAndNotRepeated(ReadTime form, String time) {
        var rejection = assertThrows(RejectedMessageException.class, () -> read(form, time));
        assertEquals(true, rejection.getMessage().startsWith("sendondate is not a time yyyy"));
    }

    @Test
    void noTimeShouldBeNone() {
        assertNull(read(ReadTime.OF_FORM, " "));
        assertNull(ReadTime.OF_FORM.of(new FormDraft(ApiRequest.EMPTY, "", null), Field.SEND_AT));
    }

    private static Instant read(ReadTime form, String time) {
        ApiRequest request =
                new ApiRequest(Map.of("sendondate", time), new byte[0], new Client("127.0.0.1", false, ""));
        return form.of(new FormDraft(request, "", null), Field.SEND_AT);
    }
}
