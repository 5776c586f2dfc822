package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageState;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscIds;

/** Folds the events of one batch into records, and assigns receipts to their messages. */
final class EventProjection {

    private final Map<String, MessageRecord> touched = new LinkedHashMap<>();
    private final List<SmscId> freshIds = new ArrayList<>();
    private final List<Event> derived = new ArrayList<>();
    private final RecordCache recent;
    private final UnmatchedReceipts unmatched;
    private final UnaryOperator<String> smsc;
    private final Predicate<Event> isNew;

    /** @param isNew whether the message of an acceptance cannot be in the database */
    EventProjection(
            RecordCache recent, UnmatchedReceipts unmatched, UnaryOperator<String> smsc, Predicate<Event> isNew) {
        this.recent = recent;
        this.unmatched = unmatched;
        this.smsc = smsc;
        this.isNew = isNew;
    }

    /** Loads the records of the events that are not in memory, with few queries. */
    void load(Connection connection, List<Event> events) throws SQLException {
        Set<String> messages = new LinkedHashSet<>();
        Set<String> accepted = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        Set<SmscId.Key> assigned = assigned(events);
        for (Event event : events) {
            if (event.type() == EventType.RECEIPT) {
                ids.addAll(unknownIds(event, assigned));
            } else if (event.type() != EventType.PART && recent.record(event.messageId()) == null) {
                // one with a reason replaces a message
                boolean added =
                        event.type() == EventType.ACCEPTED && event.reason().isEmpty() && isNew.test(event);
                (added || accepted.contains(event.messageId()) ? accepted : messages).add(event.messageId());
                if (messages.contains(event.messageId())) {
                    ids.addAll(canonical(event));
                }
            }
        }
        recent.load(connection, messages);
        Set<String> matched = new LinkedHashSet<>();
        SmscId.load(connection, ids, id -> {
            recent.add(id);
            matched.add(id.messageId());
        });
        matched.removeIf(id -> recent.record(id) != null);
        recent.load(connection, matched);
    }

    /** @return the ids in the spelling of the SMSC, which is that of most receipts */
    private Set<SmscId.Key> assigned(List<Event> events) {
        Set<SmscId.Key> assigned = new HashSet<>();
        for (Event event : events) {
            for (String id : event.parts().values()) {
                assigned.add(new SmscId.Key(smsc.apply(event.provider()), id.strip()));
            }
        }
        return assigned;
    }

    /** @return no ids where the first one is known in the same spelling, and so is the right one */
    private List<String> unknownIds(Event event, Set<SmscId.Key> assigned) {
        Receipt receipt = (Receipt) event.subject();
        boolean isAssigned = !receipt.ids().isEmpty()
                && assigned.contains(new SmscId.Key(
                        smsc.apply(event.provider()), receipt.ids().get(0)));
        return isAssigned || finder(event).isSure()
                ? List.of()
                : receipt.ids().stream()
                        .flatMap(id -> SmscIds.candidates(id).stream())
                        .map(SmscId::limited)
                        .toList();
    }

    private FindMessage finder(Event event) {
        return new FindMessage(smsc.apply(event.provider()), (Receipt) event.subject(), recent);
    }

    private static List<String> canonical(Event event) {
        return event.parts().values().stream()
                .map(id -> SmscId.limited(SmscIds.canonical(id)))
                .toList();
    }

    /** The SMSC's ids come first: of two similar ids a receipt means the one in its own spelling. */
    void fold(List<Event> events) {
        for (Event event : events) {
            if (isOfTheGateway(event)) {
                gatewayEvent(event);
            }
        }
        if (!unmatched.isEmpty()) {
            events.stream().filter(EventProjection::isOfTheGateway).forEach(this::takeUnmatched);
        }
        for (Event event : events) {
            if (event.type() == EventType.RECEIPT) {
                receipt(event);
            }
        }
    }

    private static boolean isOfTheGateway(Event event) {
        return event.type() != EventType.RECEIPT
                && event.type() != EventType.PART
                && !event.type().isOfTheStore();
    }

    private void gatewayEvent(Event event) {
        MessageRecord record = record(event.messageId());
        MessageState before = record.hasReceipts() ? record.status().state() : null;
        record.add(event);
        touched.put(record.id(), record);
        if (before != null) {
            derive(record, before, event);
        }
        event.parts().forEach((part, id) -> {
            SmscId.Key key = key(event, id);
            SmscId given = new SmscId(key.smsc(), key.canonical(), record.id(), part, event.at());
            if (!id.isBlank() && recent.add(given)) {
                freshIds.add(given);
            }
        });
    }

    private void takeUnmatched(Event event) {
        event.parts().values().forEach(id -> unmatched.take(key(event, id), id).forEach(this::receipt));
    }

    private SmscId.Key key(Event event, String id) {
        return new SmscId.Key(smsc.apply(event.provider()), SmscId.limited(SmscIds.canonical(id)));
    }

    private MessageRecord record(String messageId) {
        MessageRecord known = recent.record(messageId);
        if (known == null) {
            known = new MessageRecord(messageId, null, List.of(), false);
            recent.add(known);
        }
        return known;
    }

    private void receipt(Event event) {
        Receipt receipt = (Receipt) event.subject();
        Optional<SmscId> found = finder(event).find();
        MessageRecord record = found.map(id -> recent.record(id.messageId())).orElse(null);
        if (record == null) {
            unmatched.add(smsc.apply(event.provider()), event);
        } else {
            MessageState before = record.status().state();
            record.add(
                    event,
                    receipt,
                    receipt.isOfMessage()
                            ? RecordedEvent.ALL_PARTS
                            : found.get().part());
            touched.put(record.id(), record);
            derive(record, before, event);
        }
    }

    /** A change by receipts is published, also when they arrived before their message. */
    private void derive(MessageRecord record, MessageState before, Event cause) {
        MessageStatus now = record.status();
        if (now.byReceipt() && now.state() != before) {
            derived.add(Event.of(
                            type(now.state()),
                            now.doneAt() == null ? cause.at() : now.doneAt(),
                            record.id(),
                            now.provider())
                    .because(now.reason())
                    .withError(now.error())
                    .with(now.state()));
        }
    }

    private static EventType type(MessageState state) {
        return switch (state) {
            case DELIVERED -> EventType.DELIVERED;
            case EN_ROUTE, BUFFERED, SCHEDULED -> EventType.UNDER_WAY;
            default -> EventType.UNDELIVERED;
        };
    }

    List<Event> derived() {
        return derived;
    }

    void write(Connection connection) throws SQLException {
        RecordCache.write(connection, touched.values());
        SmscId.insert(connection, freshIds);
        unmatched.write(connection);
    }
}
