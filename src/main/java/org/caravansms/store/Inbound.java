package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.InboundPart;

/** Puts messages from handsets together and into the inbox: the tables {@code inbound_parts} and {@code inbox}. */
final class Inbound {

    private static final String PARTS_OF = "SELECT message_key, id, document FROM inbound_parts WHERE message_key ";
    private static final String OVERDUE = "SELECT DISTINCT message_key FROM inbound_parts WHERE received_at < ?";
    private static final String KNOWN_PARTS = "SELECT id FROM inbound_parts WHERE id ";
    private static final String KNOWN = "SELECT id FROM inbox WHERE id ";
    private static final String INSERT_PART =
            "INSERT INTO inbound_parts (id, message_key, received_at, number_digits, document) VALUES (?,?,?,?,?)";
    private static final String DELETE_PART = "DELETE FROM inbound_parts WHERE id = ?";
    private static final String INSERT =
            "INSERT INTO inbox (id, user_name, received_at, number_digits, document) VALUES (?,?,?,?,?)";

    private final InstantSource clock;
    private final UnaryOperator<String> smsc;
    private final Function<InboundMessage, String> owner;
    private final Duration patience;

    /**
     * @param smsc the SMSC behind a provider
     * @param owner whose inbox a message is for
     * @param patience how long a message waits for its parts
     */
    Inbound(
            InstantSource clock,
            UnaryOperator<String> smsc,
            Function<InboundMessage, String> owner,
            Duration patience) {
        this.clock = clock;
        this.smsc = smsc;
        this.owner = owner;
        this.patience = patience;
    }

    /** @return the messages that are whole now, each told once */
    List<Event> apply(Connection connection, List<Event> parts, boolean overdue) throws SQLException {
        List<Assembly> done = new ArrayList<>();
        Map<String, List<Event>> waiting = new LinkedHashMap<>();
        for (Event event : parts) {
            InboundPart part = (InboundPart) event.subject();
            if (part.isWhole()) {
                done.add(of(List.of(event)));
            } else {
                waiting.computeIfAbsent(Assembly.key(smsc.apply(event.provider()), part), unused -> new ArrayList<>())
                        .add(event);
            }
        }
        assemble(connection, waiting, done);
        if (overdue) {
            giveUp(connection, done);
        }
        return deliver(connection, done);
    }

    private void assemble(Connection connection, Map<String, List<Event>> waiting, List<Assembly> done)
            throws SQLException {
        Map<String, Assembly> assemblies = load(connection, waiting.keySet());
        Set<String> known = new HashSet<>();
        assemblies.values().forEach(assembly -> known.addAll(assembly.ids()));
        for (Map.Entry<String, List<Event>> message : waiting.entrySet()) {
            Assembly assembly = assemblies.computeIfAbsent(message.getKey(), unused -> new Assembly());
            message.getValue().forEach(assembly::add);
            if (assembly.isWhole()) {
                done.add(assembly);
                remove(connection, message.getKey());
            } else {
                keep(connection, message.getKey(), message.getValue(), known);
            }
        }
    }

    private static Map<String, Assembly> load(Connection connection, Set<String> keys) throws SQLException {
        Map<String, Assembly> assemblies = new HashMap<>();
        Rows.of(connection, PARTS_OF, keys, row -> assemblies
                .computeIfAbsent(row.getString(1), unused -> new Assembly())
                .add(PartForm.readPart(row.getString(2), row.getString(3))));
        return assemblies;
    }

    private static void remove(Connection connection, String key) throws SQLException {
        List<String> ids = new ArrayList<>();
        Rows.of(connection, PARTS_OF, List.of(key), row -> ids.add(row.getString(2)));
        Rows.batch(connection, DELETE_PART, ids, (statement, id) -> statement.setString(1, id));
    }

    private static void keep(Connection connection, String key, List<Event> parts, Set<String> known)
            throws SQLException {
        List<Event> fresh = parts.stream()
                .filter(event -> known.add(((InboundPart) event.subject()).id()))
                .toList();
        Set<String> there = new HashSet<>();
        Rows.of(
                connection,
                KNOWN_PARTS,
                fresh.stream()
                        .map(event -> ((InboundPart) event.subject()).id())
                        .toList(),
                row -> there.add(row.getString(1)));
        List<Event> missing = fresh.stream()
                .filter(event -> !there.contains(((InboundPart) event.subject()).id()))
                .toList();
        Rows.batch(connection, INSERT_PART, missing, (statement, event) -> {
            InboundPart part = (InboundPart) event.subject();
            statement.setString(1, part.id());
            statement.setString(2, key);
            statement.setLong(3, Micros.of(event.at()));
            statement.setString(4, Digits.of(part.source()));
            statement.setString(5, PartForm.write(event));
        });
    }

    /** The parts of a message that others did not follow are a message with gaps. */
    private void giveUp(Connection connection, List<Assembly> done) throws SQLException {
        Set<String> keys = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(OVERDUE)) {
            statement.setLong(1, Micros.of(clock.instant().minus(patience)));
            Rows.take(statement, row -> keys.add(row.getString(1)));
        }
        for (Map.Entry<String, Assembly> message : load(connection, keys).entrySet()) {
            done.add(message.getValue());
            remove(connection, message.getKey());
        }
    }

    private List<Event> deliver(Connection connection, List<Assembly> done) throws SQLException {
        Map<String, InboundMessage> messages = new LinkedHashMap<>();
        for (Assembly assembly : done) {
            InboundMessage message = owned(assembly.message());
            messages.put(message.id(), message);
        }
        Rows.of(connection, KNOWN, List.copyOf(messages.keySet()), row -> messages.remove(row.getString(1)));
        Rows.batch(connection, INSERT, List.copyOf(messages.values()), Inbound::set);
        return messages.values().stream()
                .map(message -> Event.of(EventType.RECEIVED, message.receivedAt(), message.id(), message.provider())
                        .with(message))
                .toList();
    }

    private InboundMessage owned(InboundMessage message) {
        return new InboundMessage(
                message.id(),
                owner.apply(message),
                message.provider(),
                message.source(),
                message.destination(),
                message.type(),
                message.text(),
                message.sentAt(),
                message.receivedAt());
    }

    private static void set(PreparedStatement statement, InboundMessage message) throws SQLException {
        statement.setString(1, message.id());
        statement.setString(2, Rows.text(message.user()));
        statement.setLong(3, Micros.of(message.receivedAt()));
        statement.setString(4, Digits.of(message.source()));
        statement.setString(5, PartForm.write(message));
    }

    private static Assembly of(List<Event> parts) {
        Assembly assembly = new Assembly();
        parts.forEach(assembly::add);
        return assembly;
    }
}
