package org.caravansms.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageState;

/**
 * The events of the store, written in the transaction that makes them and published after it: what a crash came between
 * is published by the next run. A row holds those of a batch, without what they tell of in full: that has rows of its own.
 */
final class Outbox {

    private static final JsonMapper JSON = new JsonMapper();
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
        StringWriter json = new StringWriter();
        try (JsonGenerator to = JSON.getFactory().createGenerator(json)) {
            to.writeStartArray();
            for (Event event : events) {
                write(event, to);
            }
            to.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    private static void write(Event event, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("t", event.type().toString());
        to.writeNumberField("at", Micros.of(event.at()));
        to.writeStringField("id", event.messageId());
        Json.said("by", event.provider(), to);
        Json.said("why", event.reason(), to);
        if (event.state() != null) {
            to.writeNumberField("s", event.state().code());
        }
        to.writeEndObject();
    }

    static List<Event> read(String json) {
        List<Event> events = new ArrayList<>();
        Json.parse(json).forEach(event -> events.add(read(event)));
        return events;
    }

    private static Event read(JsonNode node) {
        MessageState state = node.has("s") ? MessageState.of(node.get("s").intValue()) : null;
        return new Event(
                EventType.named(Json.text(node, "t")),
                Json.time(node, "at"),
                Json.text(node, "id"),
                Json.text(node, "by"),
                Json.text(node, "why"),
                Collections.emptySortedMap(),
                state,
                null,
                null);
    }
}
