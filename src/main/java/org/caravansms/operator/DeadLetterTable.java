package org.caravansms.operator;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.deadletter.DeadLetter;

/** Messages out of the flow, a line each: no text, and of the recipient's number the beginning only. */
final class DeadLetterTable {

    private static final List<String> HEAD = List.of("ID", "SINCE", "USER", "RECIPIENT", "PROVIDER", "REASON");

    private DeadLetterTable() {}

    static List<String> of(List<DeadLetter> messages) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        messages.forEach(message -> rows.add(row(message)));
        return Columns.of(rows);
    }

    private static List<String> row(DeadLetter message) {
        return List.of(
                Columns.known(message.key()),
                message.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                Columns.known(message.user()),
                Columns.known(Columns.masked(message.recipient())),
                Columns.known(message.provider()),
                Columns.known(reason(message)));
    }

    private static String reason(DeadLetter message) {
        return message.resendAt() == null
                ? message.reason()
                : message.reason() + "; sent again at " + message.resendAt().truncatedTo(ChronoUnit.SECONDS);
    }
}
