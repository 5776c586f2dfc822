package org.caravansms.operator;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.queue.KeptMessage;

/** Messages out of the flow, a line each: no text, and of the recipient's number the beginning only. */
final class KeptTable {

    private static final int LEAST_MASKED = 4;
    private static final List<String> HEAD = List.of("ID", "SINCE", "USER", "RECIPIENT", "PROVIDER", "REASON");

    private KeptTable() {}

    static List<String> of(List<KeptMessage> messages) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        messages.forEach(message -> rows.add(row(message)));
        List<Integer> widths = widths(rows);
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** @return the number with its last half hidden, four characters at least */
    static String masked(String number) {
        int hidden = Math.min(number.length(), Math.max(LEAST_MASKED, number.length() / 2));
        return number.substring(0, number.length() - hidden) + "*".repeat(hidden);
    }

    private static List<String> row(KeptMessage message) {
        return List.of(
                known(message.key()),
                message.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                known(message.user()),
                known(masked(message.recipient())),
                known(message.provider()),
                known(message.reason()));
    }

    private static String known(String value) {
        return value.isEmpty() ? "-" : value;
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
