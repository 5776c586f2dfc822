package org.caravansms.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * What the store of a gateway that has ended knows, read by this test's own SQL.
 *
 * @param delivered the ids of messages with a receipt that says delivered
 * @param known the ids of all
 * @param parked the SMSC's ids of receipts without a message
 */
record StoredStates(Set<String> delivered, Set<String> known, Set<String> parked) {

    static StoredStates in(Path data) throws SQLException {
        String url = "jdbc:sqlite:" + data.resolve("store.db").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            return new StoredStates(
                    ids(statement, "SELECT id FROM messages WHERE document LIKE '%\"t\":\"receipt\"%\"s\":2%'"),
                    ids(statement, "SELECT id FROM messages"),
                    ids(statement, "SELECT document ->> '$.id' FROM parked_receipts"));
        }
    }

    private static Set<String> ids(Statement statement, String query) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
