package org.caravansms.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.Ports;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of a database stay readable, and what is written stays the same to the byte: the documents of this test were
 * written by earlier versions.
 */
class StoreDocumentsTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/org/caravansms/store/documents");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final Instant BEFORE_1970 = Instant.parse("1969-12-31T23:59:59.999999Z");
    private static final SortedMap<Integer, String> NO_PARTS = Collections.emptySortedMap();

    record Golden<T>(String document, T value) {

        @Override
        public String toString() {
            return document;
        }
    }

    static Stream<Golden<MessageRecord>> lives() {
        RecordedEvent submitted = new RecordedEvent(
                EventType.SUBMITTED, NOW, "acme", "", new TreeMap<>(Map.of(1, "a", 2, "é", 10, "")), 0, null);
        return Stream.of(
                new Golden<>("life-minimal", new MessageRecord("m", message("", MessageOptions.NONE), List.of(), true)),
                new Golden<>(
                        "life-without-its-acceptance",
                        new MessageRecord("m", null, List.of(submitted, receipt(0, DeliveryState.SCHEDULED)), true)),
                new Golden<>("life-of-every-type", new MessageRecord("m", null, everyType(), true)),
                new Golden<>("life-of-every-receipt", new MessageRecord("m", null, everyReceipt(), true)),
                new Golden<>(
                        "life-full",
                        new MessageRecord(
                                "m", message("acme", options()), List.of(submitted, accepted("why \" é")), true)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void lifeShouldBeWrittenAndReadAsEver(Golden<MessageRecord> golden) {
        assertEquals(text(golden), golden.value().document());
        MessageRecord read = StoreJson.readRecord("m", text(golden));
        assertEquals(golden.value().message(), read.message());
        assertEquals(golden.value().events(), read.events());
        assertTrue(read.isStored());
    }

    @ParameterizedTest
    @MethodSource("lives")
    void lifeShouldGrowAsIfItWereWrittenWhole(Golden<MessageRecord> golden) {
        List<RecordedEvent> events = golden.value().events();
        for (int old = 0; old < events.size(); old++) {
            String before = StoreJson.write(golden.value().message(), events.subList(0, old));
            assertEquals(text(golden), StoreJson.append(before, events.subList(old, events.size())));
        }
    }

    @Test
    void messageWithTagsShouldBeReadAsItWasWritten() {
        MessageOptions options = new MessageOptions(
                "c",
                null,
                null,
                "",
                Map.of(SmppField.DATA_CODING, 8, SmppField.ESM_CLASS, 3),
                9,
                "",
                Map.of(),
                Map.of("order", 7, "text", "]}", "test", true));
        String document = StoreJson.write(message("acme", options), List.of());
        assertEquals(
                message("acme", options), StoreJson.readRecord("m", document).message());
    }

    @Test
    void messageOfManyFieldsShouldBeRead() {
        MessageRecord read = StoreJson.readRecord("m", text(new Golden<>("life-of-many-fields", null)));
        Map<SmppField, Integer> fields =
                Map.of(SmppField.SOURCE_ADDR_TON, 5, SmppField.DATA_CODING, 0, SmppField.ESM_CLASS, 3);
        assertEquals(message("", new MessageOptions("", null, null, "", fields, null, "", Map.of())), read.message());
    }

    static Stream<Golden<Event>> receipts() {
        return Stream.of(
                new Golden<>(
                        "receipt-full",
                        receipt(new Receipt(
                                "0a",
                                "10",
                                true,
                                DeliveryState.DELIVERED,
                                "001",
                                BEFORE_1970,
                                "+36",
                                "1234",
                                2,
                                "id:10 \u0000 é",
                                "AAAA"))),
                new Golden<>(
                        "receipt-minimal",
                        receipt(new Receipt("", "", false, DeliveryState.SCHEDULED, "", null, "", "", 0, "", ""))));
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void receiptShouldBeWrittenAndReadAsEver(Golden<Event> golden) {
        assertEquals(text(golden), StoreJson.writeReceipt(golden.value()));
        assertEquals(golden.value(), StoreJson.readReceipt(text(golden)));
    }

    static Stream<Golden<Event>> parts() {
        return Stream.of(
                new Golden<>("part-whole", part("STOP é", -1, 1, 1, "", "", Ports.NONE, null)),
                new Golden<>("part-of-two", part("", 7, 2, 2, "GSM7", "611b", new Ports(0, 65_535), NOW)),
                new Golden<>("part-to-a-port", part("", 65_535, 2, 255, "UCS2", "", new Ports(-1, 23), NOW)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void partShouldBeWrittenAndReadAsEver(Golden<Event> golden) {
        assertEquals(text(golden), StoreJson.writePart(golden.value()));
        assertEquals(golden.value(), StoreJson.readPart("p", text(golden)));
    }

    @Test
    void partOfTheFirstVersionShouldBeRead() {
        assertEquals(
                part("x", 7, 2, 3, "", "", Ports.NONE, null),
                StoreJson.readPart("p", text(new Golden<>("part-of-the-first-version", null))));
    }

    @Test
    void textOfAPartShouldNotBeWrittenBesideItsOctets() {
        Event withText = part("a", 7, 2, 2, "GSM7", "611b", new Ports(0, 65_535), NOW);
        assertEquals(text(new Golden<>("part-of-two", null)), StoreJson.writePart(withText));
    }

    static Stream<Golden<InboundMessage>> inbound() {
        return Stream.of(
                new Golden<>("inbound-full", inbound("SMS:TEXT", "STOP é \u0000", NOW, new Ports(0, 65_535))),
                new Golden<>("inbound-from-a-port", inbound("SMS:BINARY", "00ff", BEFORE_1970, new Ports(1, -1))),
                new Golden<>("inbound-minimal", inbound("", "", null, Ports.NONE)));
    }

    @ParameterizedTest
    @MethodSource("inbound")
    void inboundMessageShouldBeWrittenAndReadAsEver(Golden<InboundMessage> golden) {
        assertEquals(text(golden), StoreJson.write(golden.value()));
        assertEquals(golden.value(), StoreJson.readInbound("i", text(golden)));
    }

    static Stream<Golden<List<Event>>> outboxes() {
        return Stream.of(
                new Golden<>("outbox-of-every-state", everyState()),
                new Golden<>(
                        "outbox-minimal",
                        List.of(
                                Event.of(EventType.RECEIVED, NOW, "i", ""),
                                Event.of(EventType.DELIVERED, BEFORE_1970, "", "acme")
                                        .because("é \""))));
    }

    @ParameterizedTest
    @MethodSource("outboxes")
    void outboxShouldBeWrittenAndReadAsEver(Golden<List<Event>> golden) {
        assertEquals(text(golden), StoreJson.write(golden.value()));
        assertEquals(golden.value(), StoreJson.readEvents(text(golden)));
    }

    private static SmsMessage message(String provider, MessageOptions options) {
        return new SmsMessage("m", "ann", "+44", "0620", "SMS:TEXT", "é € 😀 \u0000 \uD83D", provider, NOW, options);
    }

    private static MessageOptions options() {
        return new MessageOptions(
                "c", NOW, BEFORE_1970, "http://example.org/?a=é", Map.of(SmppField.PROTOCOL_ID, 255), 0, "", Map.of());
    }

    private static List<RecordedEvent> everyType() {
        return Stream.of(EventType.values())
                .map(type -> new RecordedEvent(type, NOW, "", "", NO_PARTS, 0, null))
                .toList();
    }

    private static List<RecordedEvent> everyReceipt() {
        return Stream.of(DeliveryState.values())
                .map(state -> receipt(state.code(), state))
                .toList();
    }

    private static RecordedEvent receipt(int part, DeliveryState state) {
        return new RecordedEvent(EventType.RECEIPT, BEFORE_1970, "acme", "001", NO_PARTS, part, state);
    }

    private static RecordedEvent accepted(String reason) {
        return new RecordedEvent(EventType.ACCEPTED, NOW, "", reason, NO_PARTS, 0, null);
    }

    private static Event receipt(Receipt receipt) {
        return Event.receipt(NOW, "acme", receipt);
    }

    private static Event part(
            String text,
            int reference,
            int number,
            int count,
            String alphabet,
            String octets,
            Ports ports,
            Instant at) {
        return Event.part(
                NOW,
                "acme",
                new InboundPart(
                        "p", "+36", "1234", "SMS:TEXT", text, at, reference, number, count, alphabet, octets, ports));
    }

    private static InboundMessage inbound(String type, String text, Instant sentAt, Ports ports) {
        return new InboundMessage("i", "bob", "acme", "+36", "1234", type, text, sentAt, NOW, ports);
    }

    private static List<Event> everyState() {
        return Stream.of(MessageState.values())
                .map(state -> Event.of(EventType.UNDER_WAY, NOW, "m", "acme").with(state))
                .toList();
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
