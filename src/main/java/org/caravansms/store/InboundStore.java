package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;

/**
 * Assembles messages from handsets and puts them into the inbox: the tables {@code inbound_parts} and {@code inbox}.
 */
final class InboundStore {

    private static final String PARTS_OF = "SELECT message_key, id, document FROM inbound_parts WHERE message_key ";
    private static final String OVERDUE = "SELECT DISTINCT message_key FROM inbound_parts WHERE received_at < ?";
    private static final String KNOWN_PARTS = "SELECT id FROM inbound_parts WHERE id ";
    private static final String KNOWN = "SELECT id FROM inbox WHERE id ";
    private static final String INSERT_PART =
            "INSERT INTO inbound_parts (id, message_key, received_at, number_digits, document) VALUES (?,?,?,?,?)";
    private static final String DELETE_PART = "DELETE FROM inbound_parts WHERE id = ?";
    private static final String INSERT =
            "INSERT INTO inbox (id, user_name, received_at, number_digits, document) VALUES (?,?,?,?,?)";

    private static final Duration OVERDUE_EVERY = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final UnaryOperator<String> smsc;
    private final Function<InboundMessage, String> owner;
    private final Duration patience;
    private final BiFunction<String, byte[], String> decode;
    private Instant overdueAt = Instant.EPOCH;

    /**
     * @param smsc the SMSC behind a provider
     * @param owner the user whose inbox gets a message
     * @param patience the longest wait of a message for its parts
     * @param decode reads octets by the name of their alphabet
     */
    InboundStore(
            InstantSource clock,
            UnaryOperator<String> smsc,
            Function<InboundMessage, String> owner,
            Duration patience,
            BiFunction<String, byte[], String> decode) {
        this.clock = clock;
        this.smsc = smsc;
        this.owner = owner;
        this.patience = patience;
        this.decode = decode;
    }

    /** @return an event for each message that is complete now */
    List<Event> apply(Connection connection, List<Event> parts) throws SQLException {
        List<InboundAssembly> complete = new ArrayList<>();
        Map<String, List<Event>> waiting = new LinkedHashMap<>();
        for (Event event : parts) {
            InboundPart part = InboundAssembly.part(event);
            if (part.isWhole()) {
                complete.addAll(InboundAssembly.of(List.of(event), patience));
            } else {
                waiting.computeIfAbsent(
                                InboundAssembly.key(smsc.apply(event.provider()), part), unused -> new ArrayList<>())
                        .add(event);
            }
        }
        assemble(connection, waiting, complete);
        giveUp(connection, complete);
        return deliver(connection, complete);
    }

    /** Of several messages with one reference only the last may wait for more parts. */
    private void assemble(Connection connection, Map<String, List<Event>> added, List<InboundAssembly> complete)
            throws SQLException {
        Map<String, List<Event>> stored = load(connection, added.keySet());
        for (Map.Entry<String, List<Event>> parts : added.entrySet()) {
            List<Event> before = stored.getOrDefault(parts.getKey(), List.of());
            List<InboundAssembly> messages = InboundAssembly.of(
                    Stream.concat(before.stream(), parts.getValue().stream()).toList(), patience);
            InboundAssembly last = messages.get(messages.size() - 1);
            complete.addAll(last.isWhole() ? messages : messages.subList(0, messages.size() - 1));
            replaceParts(connection, parts.getKey(), before, last.isWhole() ? List.of() : last.parts());
        }
    }

    private static Map<String, List<Event>> load(Connection connection, Collection<String> keys) throws SQLException {
        Map<String, List<Event>> parts = new HashMap<>();
        Rows.of(connection, PARTS_OF, keys, row -> parts.computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
                .add(StoreJson.readPart(row.getString(2), row.getString(3))));
        return parts;
    }

    /** Replaces the rows of a key by these parts. */
    private static void replaceParts(Connection connection, String key, List<Event> before, Collection<Event> parts)
            throws SQLException {
        List<String> wanted = ids(parts);
        List<String> removed = new ArrayList<>(ids(before));
        removed.removeAll(wanted);
        Rows.batch(connection, DELETE_PART, removed, (statement, id) -> statement.setString(1, id));
        Set<String> stored = new HashSet<>();
        Rows.of(connection, KNOWN_PARTS, wanted, row -> stored.add(row.getString(1)));
        List<Event> added = parts.stream()
                .filter(event -> !stored.contains(InboundAssembly.part(event).id()))
                .toList();
        Rows.batch(connection, INSERT_PART, added, (statement, event) -> {
            InboundPart part = InboundAssembly.part(event);
            statement.setString(1, part.id());
            statement.setString(2, key);
            statement.setLong(3, Micros.of(event.at()));
            statement.setString(4, ComparableNumber.of(part.source()));
            statement.setString(5, StoreJson.writePart(event));
        });
    }

    private static List<String> ids(Collection<Event> parts) {
        return parts.stream().map(event -> InboundAssembly.part(event).id()).toList();
    }

    /** A message whose other parts did not arrive in time becomes a message with gaps. */
    private void giveUp(Connection connection, List<InboundAssembly> complete) throws SQLException {
        Instant now = clock.instant();
        if (!now.isAfter(overdueAt)) {
            return;
        }
        overdueAt = now.plus(OVERDUE_EVERY);
        Instant before = now.minus(patience);
        List<String> keys = Rows.list(connection, OVERDUE, row -> row.getString(1), Micros.of(before));
        for (Map.Entry<String, List<Event>> parts : load(connection, keys).entrySet()) {
            Map<Boolean, List<InboundAssembly>> messages = InboundAssembly.of(parts.getValue(), patience).stream()
                    .collect(Collectors.partitioningBy(message -> message.isOverdue(before)));
            complete.addAll(messages.get(true));
            replaceParts(
                    connection,
                    parts.getKey(),
                    parts.getValue(),
                    messages.get(false).stream()
                            .flatMap(message -> message.parts().stream())
                            .toList());
        }
    }

    private List<Event> deliver(Connection connection, List<InboundAssembly> complete) throws SQLException {
        Map<String, InboundMessage> messages = new LinkedHashMap<>();
        for (InboundAssembly assembly : complete) {
            InboundMessage message = assembly.message(decode);
            messages.put(message.id(), message.of(owner.apply(message)));
        }
        Rows.of(connection, KNOWN, List.copyOf(messages.keySet()), row -> messages.remove(row.getString(1)));
        Rows.batch(connection, INSERT, List.copyOf(messages.values()), InboundStore::set);
        return messages.values().stream()
                .map(message -> Event.of(EventType.RECEIVED, message.receivedAt(), message.id(), message.provider())
                        .with(message))
                .toList();
    }

    private static void set(PreparedStatement statement, InboundMessage message) throws SQLException {
        statement.setString(1, message.id());
        statement.setString(2, Rows.text(message.user()));
        statement.setLong(3, Micros.of(message.receivedAt()));
        statement.setString(4, ComparableNumber.of(message.source()));
        statement.setString(5, StoreJson.write(message));
    }
}
