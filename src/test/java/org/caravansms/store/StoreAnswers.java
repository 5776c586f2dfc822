package org.caravansms.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundPart;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Ports;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;

/** The events of tests. */
final class StoreAnswers {

    static final Instant TEN = Instant.parse("2026-11-22T10:00:00.123456Z");
    static final String HANDSET = "+36201234567";

    private StoreAnswers() {}

    static SmsMessage message(String id) {
        return message(id, "ann", "Hello");
    }

    static SmsMessage message(String id, String user, String text) {
        return new SmsMessage(id, user, "Shop", HANDSET, "SMS:TEXT", text, "", TEN, MessageOptions.NONE);
    }

    static SmsMessage withAll(String id) {
        MessageOptions options = new MessageOptions(
                "c-1",
                TEN.plusSeconds(600),
                TEN.plusSeconds(60),
                "http://localhost/r?$messageid",
                Map.of(SmppField.DATA_CODING, 8),
                7);
        return new SmsMessage(id, "ann", "+3611", HANDSET, "SMS:TEXT", "a\u0000b\uD800 \uF8FF🦒", "acme", TEN, options);
    }

    static SmsMessage to(String id, String recipient) {
        return new SmsMessage(id, "ann", "Shop", recipient, "SMS:TEXT", "Hello", "", TEN, MessageOptions.NONE);
    }

    /** The same of another message, whose SMSC's ids are its own. */
    static Event of(Event event, String id) {
        if (event.subject() instanceof Receipt told) {
            Receipt receipt = new Receipt(
                    id + told.smscId(),
                    told.textId(),
                    told.isOfMessage(),
                    told.state(),
                    told.error(),
                    told.doneAt(),
                    told.source(),
                    told.destination(),
                    told.bind(),
                    told.text(),
                    told.pdu());
            return Event.receipt(event.at(), event.provider(), receipt);
        }
        SortedMap<Integer, String> parts = new TreeMap<>();
        event.parts().forEach((part, smscId) -> parts.put(part, id + smscId));
        Event same = Event.of(event.type(), event.at(), id, event.provider());
        return event.message() == null ? same.because(event.reason()).with(parts) : same.with(message(id));
    }

    static Event accepted(String id) {
        return Event.accepted(message(id));
    }

    static Event at(int second, EventType type, String id) {
        return Event.of(type, TEN.plusSeconds(second), id, "acme");
    }

    static Event submitted(String id, String... smscIds) {
        return at(1, EventType.SUBMITTED, id).with(parts(smscIds));
    }

    static SortedMap<Integer, String> parts(String... smscIds) {
        SortedMap<Integer, String> parts = new TreeMap<>();
        for (String smscId : smscIds) {
            parts.put(parts.size() + 1, smscId);
        }
        return parts;
    }

    static Event receipt(String smscId, DeliveryState state) {
        return receipt(smscId, state, HANDSET.substring(1), 2);
    }

    static Event receipt(String smscId, DeliveryState state, String source, int second) {
        return receipt(smscId, "", false, state, source, second);
    }

    /** One whose parameter and text have different ids. */
    static Event receipt(String smscId, String textId, DeliveryState state) {
        return receipt(smscId, textId, false, state, HANDSET.substring(1), 2);
    }

    /** One for all parts of a message. */
    static Event receiptOfMessage(String smscId, DeliveryState state) {
        return receipt(smscId, "", true, state, HANDSET.substring(1), 2);
    }

    private static Event receipt(
            String smscId, String textId, boolean isOfMessage, DeliveryState state, String source, int second) {
        Receipt receipt = new Receipt(
                smscId,
                textId,
                isOfMessage,
                state,
                "034",
                TEN.plusSeconds(second).minusMillis(100),
                source,
                "Shop",
                1,
                "id:" + smscId,
                "AAAAEAAAAAU=");
        return Event.receipt(TEN.plusSeconds(second), "acme", receipt);
    }

    /** As an older version told of it: without its octets. */
    static Event part(String id, int number, int count, String text) {
        return part(id, number, count, text, "", "");
    }

    /** One of two parts. */
    static Event octets(String id, int number, String alphabet, String octets) {
        return part(id, number, 2, "-", alphabet, octets);
    }

    private static Event part(String id, int number, int count, String text, String alphabet, String octets) {
        InboundPart part = new InboundPart(
                id,
                HANDSET,
                "1234",
                alphabet.equals("BINARY") ? "SMS:BINARY" : "SMS:TEXT",
                text,
                null,
                count == 1 ? -1 : 77,
                number,
                count,
                alphabet,
                octets,
                number == 1 ? new Ports(9200, 2948) : Ports.NONE);
        return Event.part(TEN.plusSeconds(number), "acme", part);
    }

    static Event later(Event event, Duration by) {
        return Event.part(event.at().plus(by), event.provider(), (InboundPart) event.subject());
    }
}
