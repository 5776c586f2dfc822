package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.SmsMessage;

/** Attaches the whole message to events of the store, for subscribers that cannot query the store. */
final class AttachMessages {

    private static final String INBOX = "SELECT document FROM inbox WHERE id = ?";

    private AttachMessages() {}

    static List<Event> of(Connection connection, List<Event> events, RecordCache recent, Predicate<SmsMessage> attached)
            throws SQLException {
        List<String> missing = events.stream()
                .filter(event -> event.type() != EventType.RECEIVED)
                .map(Event::messageId)
                .filter(id -> recent.record(id) == null)
                .distinct()
                .toList();
        recent.load(connection, missing);
        List<Event> full = new ArrayList<>(events.size());
        for (Event event : events) {
            full.add(
                    event.type() == EventType.RECEIVED
                            ? received(connection, event)
                            : message(event, recent, attached));
        }
        return full;
    }

    private static Event message(Event event, RecordCache recent, Predicate<SmsMessage> attached) {
        MessageRecord record = recent.record(event.messageId());
        if (record == null) {
            return event;
        }
        Event full =
                event.with(record.status().parts()).submitted(record.status().submittedAt());
        SmsMessage message = record.message();
        if (message == null) {
            return full;
        }
        return attached.test(message) ? full.with(message) : full.from(message.source());
    }

    private static Event received(Connection connection, Event event) throws SQLException {
        if (event.subject() != null) {
            return event;
        }
        String id = event.messageId();
        return Rows.list(connection, INBOX, row -> event.with(StoreJson.readInbound(id, row.getString(1))), id).stream()
                .findFirst()
                .orElse(event);
    }
}
