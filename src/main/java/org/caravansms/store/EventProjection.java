package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageState;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscIds;

/** The fold of one batch: events into lives, receipts to the messages that they are about. */
final class EventProjection {

    private final Map<String, MessageRecord> touched = new LinkedHashMap<>();
    private final List<SmscId> freshIds = new ArrayList<>();
    private final List<Event> told = new ArrayList<>();
    private final RecordCache recent;
    private final UnmatchedReceipts parked;
    private final UnaryOperator<String> smsc;
    private final boolean careful;

    /** @param careful whether an acceptance may have been applied before */
    EventProjection(RecordCache recent, UnmatchedReceipts parked, UnaryOperator<String> smsc, boolean careful) {
        this.recent = recent;
        this.parked = parked;
        this.smsc = smsc;
        this.careful = careful;
    }

    /** What the events are about and is not in memory, with few questions to the database. */
    void load(Connection connection, List<Event> events) throws SQLException {
        Set<String> messages = new LinkedHashSet<>();
        Set<String> begun = new LinkedHashSet<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Event event : events) {
            if (event.type() == EventType.RECEIPT) {
                ids.addAll(unknownIds(event));
            } else if (event.type() != EventType.PART && recent.life(event.messageId()) == null) {
                boolean isNew = event.type() == EventType.ACCEPTED && !careful;
                (isNew || begun.contains(event.messageId()) ? begun : messages).add(event.messageId());
                if (messages.contains(event.messageId())) {
                    ids.addAll(canonical(event));
                }
            }
        }
        MessageRows.load(connection, messages, recent::add);
        Set<String> meant = new LinkedHashSet<>();
        SmscIdRows.load(connection, ids, id -> {
            recent.add(id);
            meant.add(id.messageId());
        });
        meant.removeIf(id -> recent.life(id) != null);
        MessageRows.load(connection, meant, recent::add);
    }

    /** @return none where the likeliest is known as it is spelled: it will be the one */
    private List<String> unknownIds(Event event) {
        Receipt receipt = (Receipt) event.subject();
        return finder(event).isSure()
                ? List.of()
                : receipt.ids().stream()
                        .flatMap(id -> SmscIds.candidates(id).stream())
                        .map(SmscIdRows::kept)
                        .toList();
    }

    private FindMessage finder(Event event) {
        return new FindMessage(smsc.apply(event.provider()), (Receipt) event.subject(), recent);
    }

    private static List<String> canonical(Event event) {
        return event.parts().values().stream()
                .map(id -> SmscIdRows.kept(SmscIds.canonical(id)))
                .toList();
    }

    /** The SMSC's ids come first: of two that are alike, a receipt means the one that is spelled as it says. */
    void fold(List<Event> events) {
        events.stream().filter(EventProjection::isOfTheGateway).forEach(this::gateway);
        if (!parked.isEmpty()) {
            events.stream().filter(EventProjection::isOfTheGateway).forEach(this::takeParked);
        }
        events.stream().filter(event -> event.type() == EventType.RECEIPT).forEach(this::receipt);
    }

    private static boolean isOfTheGateway(Event event) {
        return event.type() != EventType.RECEIPT
                && event.type() != EventType.PART
                && !event.type().isOfTheStore();
    }

    private void gateway(Event event) {
        MessageRecord life = life(event.messageId());
        MessageState before =
                life.happenings().isEmpty() ? null : life.standing().state();
        life.happened(event);
        touched.put(life.id(), life);
        tell(life, before, event);
        event.parts().forEach((part, id) -> {
            SmscId.Key key = key(event, id);
            SmscId given = new SmscId(key.smsc(), key.canonical(), life.id(), part, event.at());
            if (!id.isBlank() && recent.add(given)) {
                freshIds.add(given);
            }
        });
    }

    private void takeParked(Event event) {
        event.parts().values().forEach(id -> parked.take(key(event, id), id).forEach(this::receipt));
    }

    private SmscId.Key key(Event event, String id) {
        return new SmscId.Key(smsc.apply(event.provider()), SmscIdRows.kept(SmscIds.canonical(id)));
    }

    private MessageRecord life(String messageId) {
        MessageRecord known = recent.life(messageId);
        if (known == null) {
            known = MessageRecord.unknown(messageId);
            recent.add(known);
        }
        return known;
    }

    private void receipt(Event event) {
        Receipt receipt = (Receipt) event.subject();
        Optional<SmscId> found = finder(event).find();
        MessageRecord life = found.map(id -> recent.life(id.messageId())).orElse(null);
        if (life == null) {
            parked.park(smsc.apply(event.provider()), event);
        } else {
            apply(
                    event,
                    receipt,
                    life,
                    receipt.isOfMessage()
                            ? RecordedEvent.ALL_PARTS
                            : found.get().part());
        }
    }

    private void apply(Event event, Receipt receipt, MessageRecord life, int part) {
        MessageState before = life.standing().state();
        life.happened(event, receipt, part);
        touched.put(life.id(), life);
        tell(life, before, event);
    }

    /** A change that receipts made is told, also when they were here before what they are about. */
    private void tell(MessageRecord life, MessageState before, Event cause) {
        MessageStatus now = life.standing();
        if (now.byReceipt() && now.state() != before) {
            told.add(Event.of(
                            type(now.state()),
                            now.doneAt() == null ? cause.at() : now.doneAt(),
                            life.id(),
                            now.provider())
                    .because(now.reason())
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

    List<Event> told() {
        return told;
    }

    void write(Connection connection) throws SQLException {
        MessageRows.write(connection, touched.values());
        SmscIdRows.insert(connection, freshIds);
        parked.write(connection);
    }
}
