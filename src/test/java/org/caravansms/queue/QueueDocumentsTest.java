package org.caravansms.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.message.Callback;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundCopy;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What lies on the queues of nodes that run stays readable, and what is written stays the same to the byte: the documents
 * of this test were written by earlier versions.
 */
class QueueDocumentsTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/org/caravansms/queue/documents");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456789Z");
    private static final Instant LATER = Instant.parse("2026-11-23T10:00:00Z");

    private static final SmsMessage MINIMAL = message("Hello", "", MessageOptions.NONE);

    private static final SmsMessage FULL = message(
            "a \"b\" \\ / \b\f\n\r\t \u0000\u001f\u007f é ю € 😀 \u2028",
            "acme",
            new MessageOptions(
                    "c-1",
                    LATER,
                    NOW,
                    "http://example.org/?a=%m&b=%s",
                    Map.of(SmppField.PROTOCOL_ID, 255),
                    0,
                    "CMT",
                    Map.of("0x1400", "0x01")));

    private static final SmsMessage MANY_FIELDS = message(
            "",
            "",
            new MessageOptions(
                    "",
                    null,
                    null,
                    "",
                    Map.of(SmppField.SOURCE_ADDR_TON, 5, SmppField.DATA_CODING, 0, SmppField.ESM_CLASS, 3),
                    9,
                    "",
                    Map.of("a", "", "b", "x")));

    private static final SmsMessage TAGGED = message("Hello", "", tagged());

    private static final Receipt RECEIPT = new Receipt(
            "0a", "10", true, DeliveryState.ENROUTE, "001", LATER, "+36", "1234", 2, "id:10 stat:ENROUTE", "AAAA");

    private static final InboundMessage INBOUND = new InboundMessage(
            "i1", "bob", "north", "+36", "1234", "SMS:TEXT", "STOP é", LATER, NOW, new Ports(0, 65_535));

    private final MessageJson messages = new MessageJson("sms.client-ids");
    private final EventJson events = new EventJson(EventsInFull.NEVER);
    private final CallbackJson callbacks = new CallbackJson("sms.callbacks.due");
    private final InboundCopyJson copies = new InboundCopyJson(events);
    private final SmscPduJson pdus = new SmscPduJson();

    record Golden<T>(String document, T value) {

        @Override
        public String toString() {
            return document;
        }
    }

    static Stream<Golden<SmsMessage>> messages() {
        return Stream.of(
                new Golden<>("message-minimal", MINIMAL),
                new Golden<>("message-full", FULL),
                new Golden<>("message-tagged", TAGGED));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageShouldBeWrittenAndReadAsEver(Golden<SmsMessage> golden) {
        assertEquals(text(golden), messages.write(golden.value()).body());
        assertEquals(golden.value(), messages.read(text(golden)));
    }

    static Stream<Golden<SmsMessage>> messagesOfOthers() {
        return Stream.of(
                new Golden<>("message-of-many-fields", MANY_FIELDS),
                new Golden<>("message-of-a-newer-version", MINIMAL),
                new Golden<>("message-with-fields-twice", MINIMAL),
                new Golden<>("message-of-nulls", MINIMAL));
    }

    @ParameterizedTest
    @MethodSource("messagesOfOthers")
    void messageInAnotherOrderShouldBeRead(Golden<SmsMessage> golden) {
        assertEquals(golden.value(), messages.read(text(golden)));
    }

    static Stream<Golden<List<Event>>> events() {
        return Stream.of(
                new Golden<>("events", EventJsonTest.EVENTS),
                new Golden<>("events-of-every-type", everyType()),
                new Golden<>("events-of-every-state", everyState()),
                new Golden<>("events-of-every-receipt", everyReceipt()),
                new Golden<>(
                        "events-in-full",
                        List.of(
                                Event.accepted(FULL),
                                Event.of(EventType.DELIVERED, LATER, "m1", "acme")
                                        .because("err:000 é")
                                        .with(parts())
                                        .with(MessageState.DELIVERED)
                                        .submitted(NOW)
                                        .with(FULL),
                                Event.receipt(NOW, "acme", RECEIPT),
                                Event.part(NOW, "acme", part("octets", Ports.NONE)),
                                Event.part(NOW, "acme", part("", new Ports(-1, 23))),
                                Event.of(EventType.RECEIVED, NOW, "i1", "north").with(INBOUND))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsShouldBeWrittenAndReadAsEver(Golden<List<Event>> golden) {
        assertEquals(text(golden), events.writeAll(golden.value()).get(0).body());
        assertEquals(golden.value(), events.read(text(golden)));
    }

    static Stream<Golden<List<Event>>> eventsOfOthers() {
        return Stream.of(
                new Golden<>(
                        "events-of-the-first-version",
                        List.of(
                                Event.receipt(
                                        NOW,
                                        "acme",
                                        new Receipt(
                                                "0a",
                                                "",
                                                false,
                                                DeliveryState.DELIVERED,
                                                "",
                                                null,
                                                "+36",
                                                "1",
                                                1,
                                                "",
                                                "")),
                                Event.part(
                                        NOW,
                                        "acme",
                                        new InboundPart(
                                                "p", "+36", "1", "SMS:TEXT", "x", null, 7, 2, 3, "", "", Ports.NONE)),
                                Event.of(EventType.RECEIVED, NOW, "i", "acme")
                                        .with(new InboundMessage(
                                                "i",
                                                "bob",
                                                "acme",
                                                "+36",
                                                "1",
                                                "SMS:TEXT",
                                                "x",
                                                null,
                                                NOW,
                                                Ports.NONE)))),
                new Golden<>(
                        "events-with-the-least",
                        List.of(
                                Event.of(EventType.HELD, NOW, "", ""),
                                Event.receipt(
                                        NOW,
                                        "",
                                        new Receipt("", "", false, DeliveryState.UNKNOWN, "", null, "", "", 0, "", "")),
                                Event.part(
                                        NOW,
                                        "",
                                        new InboundPart("", "", "", "", "", null, -1, 1, 1, "", "", Ports.NONE)))),
                new Golden<>("events-without-any", List.of()));
    }

    @ParameterizedTest
    @MethodSource("eventsOfOthers")
    void eventsOfOtherVersionsShouldBeRead(Golden<List<Event>> golden) {
        assertEquals(golden.value(), events.read(text(golden)));
    }

    static Stream<Golden<Callback>> callbacks() {
        return Stream.of(
                new Golden<>(
                        "callback-full",
                        new Callback("e-1", "m1", "host-1", "http://example.org/é", "{\"v\":1}", "billing", NOW)),
                new Golden<>("callback-minimal", new Callback("", "", "", "", "", "", LATER)));
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    void callbackShouldBeWrittenAndReadAsEver(Golden<Callback> golden) {
        assertEquals(
                text(golden), callbacks.writeAll(List.of(golden.value())).get(0).body());
        assertEquals(golden.value(), callbacks.read(text(golden)));
    }

    static Stream<Golden<InboundMessage>> copies() {
        return Stream.of(
                new Golden<>("inbound-full", INBOUND),
                new Golden<>(
                        "inbound-minimal",
                        new InboundMessage("", "", "", "", "", "", "", null, NOW, new Ports(-1, -1))));
    }

    @ParameterizedTest
    @MethodSource("copies")
    void inboundMessageShouldBeWrittenAndReadAsEver(Golden<InboundMessage> golden) {
        Event event =
                Event.of(EventType.RECEIVED, NOW, golden.value().id(), "north").with(golden.value());
        InboundCopy copy = new InboundCopy("", "", event);
        assertEquals(text(golden), copies.writeAll(List.of(copy)).get(0).body());
        assertEquals(golden.value(), copies.read(text(golden)));
    }

    static Stream<Golden<List<SmscPdu>>> pdus() {
        return Stream.of(new Golden<>(
                "pdus",
                List.of(
                        new SmscPdu("acme", 2, NOW, new byte[] {0, 1, -1, 127, -128}),
                        new SmscPdu("acme", 2, LATER, new byte[0]))));
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void pdusOfAnEarlierVersionShouldBeRead(Golden<List<SmscPdu>> golden) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(text(golden));
        List<SmscPdu> read = pdus.read(List.of(exchange));
        assertEquals(golden.value().toString(), read.toString());
        for (int i = 0; i < read.size(); i++) {
            assertArrayEquals(golden.value().get(i).octets(), read.get(i).octets());
            assertEquals(golden.value().get(i).at(), read.get(i).at());
        }
    }

    private static List<Event> everyType() {
        return Stream.of(EventType.values())
                .map(type -> Event.of(type, NOW, "m1", "acme"))
                .toList();
    }

    private static List<Event> everyState() {
        return Stream.of(MessageState.values())
                .map(state -> Event.of(EventType.UNDER_WAY, NOW, "m1", "").with(state))
                .toList();
    }

    private static List<Event> everyReceipt() {
        return Stream.of(DeliveryState.values())
                .map(state -> new Receipt("1", "", false, state, "", null, "", "", 0, "", ""))
                .map(receipt -> Event.receipt(NOW, "acme", receipt))
                .toList();
    }

    private static InboundPart part(String octets, Ports ports) {
        return new InboundPart("q", "+36", "1234", "SMS:TEXT", "a", LATER, 7, 1, 2, "GSM7", octets, ports);
    }

    private static TreeMap<Integer, String> parts() {
        return new TreeMap<>(Map.of(1, "a", 2, "b", 11, "c", Integer.MAX_VALUE, ""));
    }

    private static MessageOptions tagged() {
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("campaign", "é \"x\"");
        tags.put("order", 42);
        tags.put("rate", 0.5);
        tags.put("vip", true);
        return new MessageOptions("", null, null, "", Map.of(), null, "", Map.of(), tags);
    }

    private static SmsMessage message(String text, String provider, MessageOptions options) {
        return new SmsMessage(
                "d5270db5-0000-4000-8000-000000000001",
                "admin",
                "+44777888",
                "06203105366",
                "SMS:TEXT",
                text,
                provider,
                NOW,
                options);
    }

    private static String text(Golden<?> golden) {
        try {
            return Files.readString(DOCUMENTS.resolve(golden.document() + ".json"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
