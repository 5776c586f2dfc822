package org.caravansms.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.Receipt;
import org.caravansms.message.Routing;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    /** The beginning of a document. */
    private static final String HELD = "{\"v\":1,\"events\":[{\"type\":\"held\",\"at\":\"2026-11-22T10:00:00Z\",";

    private static final SmsMessage MESSAGE = new SmsMessage(
            "m1", "admin", "+44777888", "+36201234567", "SMS:TEXT", "a \"b\" \u0000 ю", "", NOW, MessageOptions.NONE);

    private static final SmsMessage COPY = new SmsMessage(
            "m2",
            "admin",
            "+44777888",
            "+36201234567",
            "SMS:TEXT",
            "a",
            "",
            NOW,
            MessageOptions.NONE,
            Routing.of(Source.SMPP, "line 7", "m1"));

    static final List<Event> EVENTS = List.of(
            Event.accepted(MESSAGE),
            Event.of(EventType.SUBMITTED, NOW, "m1", "north").with(parts()),
            Event.of(EventType.IN_DOUBT, NOW, "m1", "north").because("no answer"),
            Event.receipt(
                    NOW,
                    "north",
                    new Receipt(
                            "0a",
                            "10",
                            true,
                            DeliveryState.ENROUTE,
                            "001",
                            NOW,
                            "36201234567",
                            "1234",
                            2,
                            "id:10 stat:ENROUTE",
                            "AAAA")),
            Event.receipt(NOW, "north", new Receipt("", "", false, DeliveryState.UNKNOWN, "", null, "", "", 1, "", "")),
            Event.part(
                    NOW,
                    "north",
                    new InboundPart("p", "+36", "1234", "SMS:TEXT", "STOP", null, -1, 1, 1, "", "", Ports.NONE)),
            Event.part(
                    NOW,
                    "north",
                    new InboundPart(
                            "q", "+36", "1234", "SMS:TEXT", "a", null, 7, 1, 2, "GSM7", "611b", new Ports(1, 2))),
            Event.of(EventType.UNDELIVERED, NOW, "m1", "north")
                    .with(MessageState.UNDELIVERABLE)
                    .with(MESSAGE),
            Event.of(EventType.RECEIVED, NOW, "i1", "north")
                    .with(new InboundMessage(
                            "i1", "bob", "north", "+36", "1234", "SMS:TEXT", "x", NOW, NOW, new Ports(0, 65_535))));

    /** With the source of their message. */
    static final List<Event> SOURCED = List.of(
            Event.accepted(COPY), Event.of(EventType.FAILED, NOW, "m3", "north").from(Source.QUEUE));

    private final EventJson form = new EventJson(EventsInFull.NEVER);

    @Test
    void eventsShouldBeReadAsTheyWereWritten() {
        List<QueuedText> written = form.writeAll(EVENTS);
        assertEquals(1, written.size());
        assertEquals(EVENTS, form.read(written.get(0).body()));
        assertEquals(true, written.get(0).properties().get(MessageProperties.REPORTS));
    }

    @Test
    void sourceRuleAndOriginalShouldBeWritten() {
        String written = form.writeAll(SOURCED).get(0).body();
        assertTrue(written.contains("\"id\":\"m2\",\"source\":\"smpp\",\"message\":{"), written);
        assertTrue(written.contains("\"source\":\"smpp\",\"rule\":\"line 7\",\"copyOf\":\"m1\"}"), written);
        assertEquals(SOURCED, form.read(written));
        assertEquals(
                Source.QUEUE,
                form.read(written.replace("smpp", "pigeon")).get(1).source());
        assertNull(form.read(written.replace("smpp", "pigeon")).get(0).source());
    }

    @Test
    void noEventsShouldBeNoMessage() {
        assertEquals(List.of(), form.writeAll(List.of()));
    }

    @Test
    void manyEventsShouldBeMessagesThatTheBrokerKeepsInItsJournal() {
        List<Event> many = Collections.nCopies(2_000, EVENTS.get(0));
        List<QueuedText> written = form.writeAll(many);
        assertTrue(written.stream().allMatch(message -> message.body().length() < 50_000));
        assertEquals(
                many,
                written.stream()
                        .flatMap(message -> form.read(message.body()).stream())
                        .toList());
    }

    @Test
    void eventsOfTheStoreShouldSaySo() {
        assertEquals(
                "store", form.writeAllOfTheStore(EVENTS).get(0).properties().get(MessageProperties.EVENTS_OF));
    }

    @Test
    void eventsOfTheStoreShouldBeReportsWhereTheClientAskedOrAllAre() {
        List<Event> unasked = List.of(Event.of(EventType.DELIVERED, NOW, "m1", "north")
                .with(new SmsMessage("m1", "bob", "", "+36", "SMS:TEXT", "x", "", NOW, MessageOptions.NONE)));
        assertNull(form.writeAllOfTheStore(unasked).get(0).properties().get(MessageProperties.REPORTS));
        EventJson allReported = new EventJson(new EventsInFull(true, () -> true));
        assertEquals(
                true,
                allReported.writeAllOfTheStore(unasked).get(0).properties().get(MessageProperties.REPORTS));
        assertEquals(true, form.writeAllOfTheStore(EVENTS).get(0).properties().get(MessageProperties.REPORTS));
    }

    @Test
    void unknownTypesAndFieldsShouldBeIgnored() {
        String json = "{\"v\":1,\"new\":1,\"events\":[{\"type\":\"sung\",\"at\":\"x\"},"
                + "{\"type\":\"held\",\"at\":\"2026-11-22T10:00:00Z\",\"id\":\"m1\",\"also\":[]}]}";
        List<Event> events = form.read(json);
        assertEquals(1, events.size());
        assertEquals(EventType.HELD, events.get(0).type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{}",
                "{\"v\":2,\"events\":[]}",
                "{\"v\":1,\"events\":[{}]}",
                "{\"v\":1,\"events\":[{\"type\":\"held\",\"at\":\"noon\"}]}",
                HELD + "\"parts\":{\"x\":\"1\"}}]}",
                "{\"v\":1,\"events\":[null]}",
                "{\"v\":1,\"events\":[7]}",
                "{\"v\":1,\"events\":[{\"type\":\"held\",\"at\":7}]}",
                HELD + "\"state\":\"sung\"}]}",
                HELD + "\"receipt\":null}]}",
                HELD + "\"receipt\":{\"state\":\"unknown\",\"bind\":\"1\"}}]}",
                HELD + "\"part\":{\"count\":1.5}}]}",
                HELD + "\"part\":{\"text\":7}}]}"
            })
    void whatIsNoSuchDocumentShouldBeRefused(String json) {
        assertThrows(UnreadableMessageException.class, () -> form.read(json));
    }

    private static TreeMap<Integer, String> parts() {
        TreeMap<Integer, String> parts = new TreeMap<>();
        IntStream.rangeClosed(1, 12).forEach(part -> parts.put(part, "id" + part));
        return parts;
    }
}
