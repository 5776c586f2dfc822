package org.caravansms.operator;

import org.caravansms.deadletter.KeptMessage;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Messages out of the flow, a line each: no text, and of the recipient's number the beginning only. */
final class KeptTable {

    private static final List<String> HEAD = List.of("ID", "SINCE", "USER", "RECIPIENT", "PROVIDER", "REASON");

    private KeptTable() {}

    static List<String> of(List<KeptMessage> messages) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        messages.forEach(message -> rows.add(row(message)));
        return Columns.of(rows);
    }

    private static List<String> row(KeptMessage message) {
        return List.of(
                Columns.known(message.key()),
                message.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                Columns.known(message.user()),
                Columns.known(Columns.masked(message.recipient())),
                Columns.known(message.provider()),
                Columns.known(reason(message)));
    }

    private static String reason(KeptMessage message) {
        return message.resendAt() == null
                ? message.reason()
                : message.reason() + "; sent again at " + message.resendAt().truncatedTo(ChronoUnit.SECONDS);
    }
}
