package org.caravansms.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caravansms.message.Callback;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MakeCallbacksTest {

    private static final Instant AT = Instant.EPOCH;

    private final List<String> opened = new ArrayList<>();
    private final CallbackQueues queues = new CallbackQueues(
            "ok.example.com, *.wide.example.com, own.example.com:8088, localhost", "80,443,8443", opened::add);
    private final Webhooks webhooks = new Webhooks(Map.of("crm", Map.of("url", "https://crm.example.com/")));
    private final MakeCallbacks make =
            new MakeCallbacks(queues, webhooks, message -> List.of("https://Rule.example.com/a"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "http://ok.example.com/, host-ok-example-com",
        "HTTPS://OK.example.com:8443/x?$status, host-ok-example-com",
        "http://a.b.wide.example.com/, host-_-wide-example-com",
        "http://a.wide.example.com:443/, host-_-wide-example-com",
        "http://own.example.com:8088/, host-own-example-com_8088",
        "http://localhost:54321/, host-localhost"
    })
    void allowedHostShouldHaveItsLane(String template, String receiver) {
        List<Callback> callbacks = make.of(List.of(event(EventType.SUBMITTED, template)));
        assertEquals(
                List.of(receiver, "webhook-crm"),
                callbacks.stream().map(Callback::receiver).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://other.example.com/",
                "http://wide.example.com/",
                "http://evilwide.example.com/",
                "http://ok.example.com.evil.example/",
                "http://ok.example.com@evil.example/",
                "http://evil.example/@ok.example.com",
                "http://evil.example\\@ok.example.com/",
                "http://ok.example.com:22/",
                "https://ok.example.com:8080/",
                "http://a.wide.example.com:6379/",
                "http://own.example.com/",
                "http://own.example.com:80/",
                "http://127.0.0.1:54321/",
                "http://user:password@ok.example.com/",
                "http://$originator/",
                "http://$originator.wide.example.com/",
                "http://ok.example.com:$originator/",
                "$originator",
                "ftp://ok.example.com/",
                "file:///etc/passwd",
                "//ok.example.com/",
                "http://ok.example.com/a b",
                "javascript:x"
            })
    void anyOtherUrlShouldNotBeCalled(String template) {
        List<Callback> callbacks = make.of(List.of(event(EventType.SUBMITTED, template)));
        assertEquals(
                List.of("webhook-crm"),
                callbacks.stream().map(Callback::receiver).toList());
    }

    @Test
    void callbacksShouldBeInTheOrderOfEventsWhateverTheSmscsClockSays() {
        Event submitted = event(EventType.SUBMITTED, "http://ok.example.com/");
        Event delivered = new Event(
                EventType.DELIVERED,
                AT.minusSeconds(60),
                "m-1",
                null,
                "acme",
                "",
                submitted.parts(),
                null,
                "",
                null,
                submitted.subject());
        List<Callback> callbacks = make.of(List.of(submitted, delivered));
        assertTrue(callbacks.get(0).since().isBefore(callbacks.get(2).since()));
        assertEquals("submitted-m-1-0", callbacks.get(0).id());
        assertEquals("delivered-m-1--60000", callbacks.get(2).id());
    }

    @Test
    void twoStatesWithinAMillisecondShouldBeTwoEvents() {
        Event unknown = event(EventType.UNDELIVERED, "http://ok.example.com/").with(MessageState.UNKNOWN);
        List<Callback> callbacks = make.of(List.of(unknown, unknown.with(MessageState.REJECTED)));
        assertEquals(
                2,
                callbacks.stream()
                        .filter(callback -> callback.webhook().isEmpty())
                        .map(Callback::id)
                        .distinct()
                        .count());
    }

    @Test
    void messageFromAHandsetShouldBePostedToItsRulesUnsignedOnTheLaneOfTheirHost() {
        InboundMessage message = new InboundMessage(
                "i-1", "bob", "acme", "+36", "1", "SMS:TEXT", "x", null, AT, new Ports(9200, 16_000));
        List<Callback> callbacks =
                make.of(List.of(Event.of(EventType.RECEIVED, AT, "i-1", "acme").with(message)));
        assertEquals(
                List.of("webhook-crm", "host-rule-example-com"),
                callbacks.stream().map(Callback::receiver).toList());
        assertEquals("", callbacks.get(1).webhook());
        assertEquals(callbacks.get(0).body(), callbacks.get(1).body());
        assertTrue(callbacks.get(0).body().endsWith(",\"sourceport\":9200,\"destinationport\":16000}"));
        assertEquals(List.of("host-rule-example-com"), opened);
    }

    private static Event event(EventType type, String template) {
        SmsMessage message = new SmsMessage(
                "m-1",
                "bob",
                "ok.example.com",
                "+36201234567",
                "SMS:TEXT",
                "x",
                "",
                AT,
                new MessageOptions("", null, null, template, Map.of(), null, "", Map.of()));
        return Event.of(type, AT, "m-1", "acme").with(message);
    }
}
