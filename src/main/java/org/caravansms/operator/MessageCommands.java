package org.caravansms.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.caravansms.message.HistoryEntry;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;

/**
 * The commands {@code status}, how the gateway is or how one message fares, and {@code trace}, the history of a message
 * with a line for each event.
 *
 * @param find the message of an id
 * @param gateway the lines about the gateway, a name and a value each
 */
public record MessageCommands(Function<String, Optional<StoredMessage>> find, Supplier<List<List<String>>> gateway) {

    private static final List<String> HEAD = List.of("WHEN", "AFTER", "WHAT", "PROVIDER", "DETAIL");

    /**
     * The route waits for the store before it shows a message; the gateway's own status must show the store as it is.
     */
    public boolean isOfAMessage(@Body List<String> words) {
        return !words.isEmpty();
    }

    /**
     * @param words nothing, or a message's id
     * @throws IllegalArgumentException when they are something else
     */
    public Reply status(@Body List<String> words) {
        return words.isEmpty()
                ? new Reply(Reply.DONE, Columns.of(gateway.get()))
                : reply("status", words, MessageCommands::state);
    }

    /**
     * @param words a message's id
     * @throws IllegalArgumentException when they are something else
     */
    public Reply trace(@Body List<String> words) {
        return reply("trace", words, MessageCommands::history);
    }

    private Reply reply(String command, List<String> words, Function<StoredMessage, List<List<String>>> rows) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("caravan " + command + " takes the id of one message");
        }
        String id = words.get(0);
        return find.apply(id)
                .map(message -> new Reply(Reply.DONE, Columns.of(rows.apply(message))))
                .orElseGet(() -> new Reply(Reply.NOT_DONE, List.of("There is no message " + id)));
    }

    private static List<List<String>> state(StoredMessage found) {
        SmsMessage message = found.message();
        return List.of(
                List.of("message", message.id()),
                List.of("state", found.state() + " (" + found.state().code() + "), folder " + found.folder()),
                List.of("from", Columns.known(message.originator())),
                List.of("to", Columns.known(Columns.masked(message.recipient()))),
                List.of("user", Columns.known(message.user())),
                List.of("accepted", message.acceptedAt().toString()),
                List.of("submitted", Objects.toString(found.submittedAt(), "-")),
                List.of("done", Objects.toString(found.doneAt(), "-")),
                List.of("provider", Columns.known(found.provider())),
                List.of(
                        "SMSC's ids",
                        Columns.known(String.join(" ", found.parts().values()))),
                List.of("reason", Columns.known(found.reason())));
    }

    private static List<List<String>> history(StoredMessage message) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        Instant before = null;
        for (HistoryEntry entry : message.history()) {
            rows.add(List.of(
                    entry.at().toString(),
                    after(before, entry.at()),
                    entry.what(),
                    Columns.known(entry.provider()),
                    Columns.known(entry.detail())));
            before = entry.at();
        }
        return rows;
    }

    private static String after(Instant before, Instant now) {
        return before == null ? "" : "+" + Duration.between(before, now).toMillis() + " ms";
    }
}
