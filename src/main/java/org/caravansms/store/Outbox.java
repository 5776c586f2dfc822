package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caravansms.message.Event;

/**
 * The events of the store, written in the transaction that creates them and published after it: after a crash in
 * between the next run publishes them. A row holds the events of a batch, without the messages, which have rows of
 * their own.
 */
final class Outbox {

    private static final String SELECT = "SELECT id, document FROM outbox";
    private static final String INSERT = "INSERT INTO outbox (id, document) VALUES (?,?)";
    private static final String DELETE = "DELETE FROM outbox WHERE id = ?";

    private final List<String> written = new ArrayList<>();
    private final List<String> published = new ArrayList<>();

    /** @return the events of runs that ended before they were published */
    List<Event> leftOver(Connection connection) throws SQLException {
        return Rows.list(connection, SELECT, row -> {
                    written.add(row.getString(1));
                    return StoreJson.readEvents(row.getString(2));
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    void deletePublished(Connection connection) throws SQLException {
        Rows.batch(connection, DELETE, published, (statement, id) -> statement.setString(1, id));
    }

    void write(Connection connection, List<Event> events) throws SQLException {
        deletePublished(connection);
        if (!events.isEmpty()) {
            String id = UUID.randomUUID().toString();
            Rows.update(connection, INSERT, id, StoreJson.write(events));
            written.add(id);
        }
    }

    /** After the commit of the database. */
    void committed() {
        published.clear();
    }

    /**
     * They are published.
     *
     * @return whether there are any
     */
    boolean published() {
        published.addAll(written);
        written.clear();
        return !published.isEmpty();
    }

    void clear() {
        written.clear();
        published.clear();
    }
}
