package org.caravansms.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** http-api, section 7: what a client's URL becomes, octet by octet. */
class CallbackKeywordsTest {

    private static final Instant ACCEPTED = Instant.parse("2026-11-22T23:59:59Z");
    private static final Instant SUBMITTED = Instant.parse("2026-11-23T00:00:01.9Z");
    private static final Instant DONE = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "http://h/?a=$status, http://h/?a=deliveredtohandset",
        "http://h/?a=$statuscode, http://h/?a=0",
        "http://h/?a=$statusmessage, http://h/?a=Delivered+to+handset",
        "http://h/?a=$statusx, http://h/?a=deliveredtohandsetx",
        "http://h/?a=$STATUS&b=$MessageID, http://h/?a=deliveredtohandset&b=m-1",
        "http://h/?a=$messageid, http://h/?a=m-1",
        "http://h/?a=$recipient, http://h/?a=%2B36201234567",
        "http://h/?a=$originator, http://h/?a=Shop+%26+Co",
        "http://h/?a=$messagetype, http://h/?a=SMS%3ATEXT",
        "http://h/?a=$messagedata, http://h/?a=50%25+off+%24status+%C3%A1%E2%82%AC%F0%9F%98%80+%2F%3F%23%40%0D%0A*",
        "http://h/?a=$submitdate, http://h/?a=2026-11-22+23%3A59%3A59",
        "http://h/?a=$deliveredtonetworkdate, http://h/?a=2026-11-23+00%3A00%3A01",
        "http://h/?a=$deliveredtohandsetdate, http://h/?a=2026-11-23+10%3A00%3A00",
        "http://h/?a=$unknown$$status$, http://h/?a=$unknown$deliveredtohandset$",
        "http://h/$status/$messageid, http://h/deliveredtohandset/m-1",
        "http://h/, http://h/"
    })
    void keywordShouldBeReplacedByItsValueInTheFormOfUrls(String template, String url) {
        Event event =
                event(EventType.DELIVERED, DONE).with(MessageState.DELIVERED).submitted(SUBMITTED);
        assertEquals(url, new CallbackKeywords(event, ZoneOffset.UTC).expand(template));
    }

    @Test
    void datesShouldBeThoseOfTheZoneAndEmptyUntilTheyAreKnown() {
        CallbackKeywords keywords =
                new CallbackKeywords(event(EventType.SUBMITTED, SUBMITTED), ZoneId.of("Europe/Budapest"));
        assertEquals(
                "2026-11-23+00%3A59%3A59|2026-11-23+01%3A00%3A01||deliveredtonetwork",
                keywords.expand("$submitdate|$deliveredtonetworkdate|$deliveredtohandsetdate|$status"));
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED,, deliveryfailed 11 why+not",
        "EXPIRED, EXPIRED, deliveryfailed 14 why+not",
        "DROPPED, DELETED, deliveryfailed 15 why+not",
        "UNDELIVERED, UNDELIVERABLE, deliveryfailed 16 why+not"
    })
    void failureShouldSayItsStateAndItsReason(EventType type, MessageState state, String said) {
        Event event = event(type, DONE).with(state).because("why not");
        assertEquals(said, new CallbackKeywords(event, ZoneOffset.UTC).expand("$status $statuscode $statusmessage"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ACCEPTED", "DELAYED", "IN_DOUBT", "HELD", "RESENT", "RECEIPT", "PART", "UNDER_WAY", "RECEIVED"})
    void otherEventShouldBeToldToNoClient(EventType type) {
        assertNull(CallbackKeywords.status(type));
    }

    private static Event event(EventType type, Instant at) {
        SmsMessage message = new SmsMessage(
                "m-1",
                "bob",
                "Shop & Co",
                "+36201234567",
                "SMS:TEXT",
                "50% off $status á€😀 /?#@\r\n*",
                "",
                ACCEPTED,
                MessageOptions.NONE);
        return Event.of(type, at, "m-1", "acme").with(message);
    }
}
