package org.caravansms.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caravansms.message.Event;

/**
 * The events of the store, written in the transaction that makes them and published after it: what a crash came between
 * is published by the next run. A row holds those of a batch, without what they tell of in full: that has rows of its own.
 */
final class Outbox {

    private static final ObjectWriter WRITER = StoreJson.MAPPER.writerFor(new TypeReference<List<Event>>() {});
    private static final ObjectReader READER = StoreJson.MAPPER.readerForListOf(Event.class);
    private static final String SELECT = "SELECT id, document FROM outbox";
    private static final String INSERT = "INSERT INTO outbox (id, document) VALUES (?,?)";
    private static final String DELETE = "DELETE FROM outbox WHERE id = ?";

    private final List<String> written = new ArrayList<>();

    private final List<String> published = new ArrayList<>();

    /** @return the events of runs that ended before they were published */
    List<Event> leftOver(Connection connection) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            Rows.take(statement, row -> {
                written.add(row.getString(1));
                events.addAll(read(row.getString(2)));
            });
        }
        return events;
    }

    void write(Connection connection, List<Event> events) throws SQLException {
        Rows.batch(connection, DELETE, published, (statement, id) -> statement.setString(1, id));
        if (!events.isEmpty()) {
            String id = UUID.randomUUID().toString();
            Rows.batch(connection, INSERT, List.of(json(events)), (statement, json) -> {
                statement.setString(1, id);
                statement.setString(2, json);
            });
            written.add(id);
        }
    }

    /** After the commit of the database. */
    void committed() {
        published.clear();
    }

    /** They are published. */
    void published() {
        published.addAll(written);
        written.clear();
    }

    void clear() {
        written.clear();
        published.clear();
    }

    static String json(List<Event> events) {
        return StoreJson.write(WRITER, events);
    }

    static List<Event> read(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
