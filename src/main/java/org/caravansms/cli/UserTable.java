package org.caravansms.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.caravansms.api.User;
import org.caravansms.operator.Columns;

/** The users as a table, without what must not be seen. */
final class UserTable {

    private static final List<String> HEAD =
            List.of("NAME", "STATE", "ORIGINATOR", "ORIGINATORS", "PER SECOND", "BURST", "LOGS IN FROM");

    private UserTable() {}

    static List<String> of(Collection<User> users) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        users.forEach(user -> rows.add(row(user)));
        return Columns.of(rows);
    }

    private static List<String> row(User user) {
        boolean limited = user.limit() != null;
        return List.of(
                user.name(),
                user.enabled() ? "on" : "off",
                Objects.requireNonNullElse(user.originator(), "-"),
                user.originators().isEmpty() ? "any" : String.join(",", user.originators()),
                limited ? Integer.toString(user.limit().messagesPerSecond()) : "-",
                limited ? Integer.toString(user.limit().burst()) : "-",
                user.loopbackOnly() ? "this machine" : "anywhere");
    }
}
