package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.SmsMessage;

/** Gives events of the store what they tell of, for who cannot ask the store. */
final class AttachMessages {

    private static final String INBOX = "SELECT document FROM inbox WHERE id = ?";

    private AttachMessages() {}

    static List<Event> of(Connection connection, List<Event> events, RecordCache recent, Predicate<SmsMessage> wanted)
            throws SQLException {
        List<String> missing = events.stream()
                .filter(event -> event.type() != EventType.RECEIVED)
                .map(Event::messageId)
                .filter(id -> recent.life(id) == null)
                .distinct()
                .toList();
        MessageRows.load(connection, missing, recent::add);
        List<Event> full = new ArrayList<>(events.size());
        for (Event event : events) {
            full.add(event.type() == EventType.RECEIVED ? received(connection, event) : message(event, recent, wanted));
        }
        return full;
    }

    private static Event message(Event event, RecordCache recent, Predicate<SmsMessage> wanted) {
        MessageRecord life = recent.life(event.messageId());
        if (life == null) {
            return event;
        }
        Event told =
                event.with(life.standing().parts()).submitted(life.standing().submittedAt());
        return life.message() != null && wanted.test(life.message()) ? told.with(life.message()) : told;
    }

    private static Event received(Connection connection, Event event) throws SQLException {
        if (event.subject() != null) {
            return event;
        }
        List<Event> found = new ArrayList<>(1);
        try (PreparedStatement statement = connection.prepareStatement(INBOX)) {
            statement.setString(1, event.messageId());
            Rows.take(
                    statement,
                    row -> found.add(event.with(InboundPartJson.readMessage(event.messageId(), row.getString(1)))));
        }
        return found.isEmpty() ? event : found.get(0);
    }
}
