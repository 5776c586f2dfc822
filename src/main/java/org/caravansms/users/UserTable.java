package org.caravansms.users;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.api.User;

/** The users as a table, without what must not be seen. */
final class UserTable {

    private static final List<String> HEAD =
            List.of("NAME", "STATE", "ORIGINATOR", "ORIGINATORS", "PER SECOND", "BURST", "LOGS IN FROM");

    private UserTable() {}

    static String of(Collection<User> users) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        users.forEach(user -> rows.add(row(user)));
        return rows.stream().map(row -> line(row, widths(rows))).collect(Collectors.joining(System.lineSeparator()));
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

    private static List<Integer> widths(List<List<String>> rows) {
        return IntStream.range(0, HEAD.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths.get(column) - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
