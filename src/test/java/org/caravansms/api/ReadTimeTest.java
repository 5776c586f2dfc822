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
import org.junit.jupiter.params.provider.ValueSource;

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
        "2027-01-02 03:04:05.123456789-05:00, 2027-01-02T08:04:05.123456789Z",
        "2027-01-02T03:04:05.1Z, 2027-01-02T03:04:05.1Z",
        "2027-01-02T03:04:05.1234567+0100, 2027-01-02T02:04:05.1234567Z",
        "2027-01-02T03:04:05.12345678901234+01, 2027-01-02T02:04:05.123456789Z",
        "2027-01-02T03:04Z, 2027-01-02T03:04:00Z",
        "2027-01-02 03:04:05 -0330, 2027-01-02T06:34:05Z",
        "2027-01-02t03:04:05z, 2027-01-02T03:04:05Z",
        "1900-01-01T00:00Z, 1900-01-01T00:00:00Z",
        "9998-12-31T23:59:59Z, 9998-12-31T23:59:59Z"
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
        "OF_JSON, 2027-01-02",
        "OF_JSON, 2027-01-02T24:00",
        "OF_JSON, 2027-02-29 03:04:05",
        "OF_JSON, 2027-01-02T03:04:05+01:00+02:00",
        "OF_JSON, +2027-01-02T03:04:05",
        "OF_JSON, 10000-01-01",
        "OF_JSON, ${date:now}"
    })
    void anythingElseShouldBeRejectedAndNotRepeated(ReadTime form, String time) {
        var rejection = assertThrows(RejectedMessageException.class, () -> read(form, time));
        assertEquals(true, rejection.getMessage().startsWith("sendondate is not a time yyyy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01-01T00:00",
                "+999999999-12-31T23:59:59.999999999",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00Z",
                "0001-01-01T00:00:00",
                "9999-12-31T23:59:59.9999999",
                "1899-12-30 00:00:00",
                "-0001-11-30T00:00:00+00:00",
                "0000-00-00 00:00:00",
                "+275760-09-13T00:00:00.000Z"
            })
    void leastAndGreatestDateOfALanguageShouldBeNoneInJson(String time) {
        assertNull(read(ReadTime.OF_JSON, time));
    }

    @Test
    void noTimeShouldBeNone() {
        assertNull(read(ReadTime.OF_FORM, " "));
        assertNull(ReadTime.OF_FORM.of(
                new FormMessageRequest(ApiRequest.EMPTY, "", null, FormTlvs.NONE), MessageField.SEND_AT));
    }

    private static Instant read(ReadTime form, String time) {
        ApiRequest request =
                new ApiRequest(Map.of("sendondate", time), Map.of(), new byte[0], new Client("127.0.0.1", false, ""));
        return form.of(new FormMessageRequest(request, "", null, FormTlvs.NONE), MessageField.SEND_AT);
    }
}
