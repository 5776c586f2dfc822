package org.caravansms.operator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param gateway how the gateway is
 */
public record MessageCommands(Function<String, Optional<StoredMessage>> find, Supplier<Reply> gateway) {

    /** The time since the event before. */
    private record After(@JsonValue long millis) {
        @Override
        public String toString() {
            return "+" + millis + " ms";
        }
    }

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
        return words.isEmpty() ? gateway.get() : reply("status", words, MessageCommands::state);
    }

    /**
     * @param words a message's id
     * @throws IllegalArgumentException when they are something else
     */
    public Reply trace(@Body List<String> words) {
        return reply("trace", words, MessageCommands::history);
    }

    private Reply reply(String command, List<String> words, Function<StoredMessage, Reply> reply) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("caravan " + command + " takes the id of one message");
        }
        String id = words.get(0);
        return find.apply(id)
                .map(reply)
                .orElseGet(() -> new Reply(Reply.NOT_DONE, List.of("There is no message " + id)));
    }

    private static Reply state(StoredMessage found) {
        return new Reply(Reply.DONE, Columns.of(lines(found)), document(found));
    }

    private static List<List<String>> lines(StoredMessage found) {
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

    private static Map<String, Object> document(StoredMessage found) {
        SmsMessage message = found.message();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", message.id());
        document.put("state", found.state());
        document.put("stateCode", found.state().code());
        document.put("folder", found.folder().toString());
        document.put("from", message.originator());
        document.put("to", Columns.masked(message.recipient()));
        document.put("user", message.user());
        document.put("acceptedAt", message.acceptedAt());
        document.put("submittedAt", found.submittedAt());
        document.put("doneAt", found.doneAt());
        document.put("provider", found.provider());
        document.put("smscIds", found.parts().values());
        document.put("reason", found.reason());
        return document;
    }

    private static Reply history(StoredMessage message) {
        Table table = new Table("at=WHEN", "afterMillis=AFTER", "what", "provider", "detail");
        Instant before = null;
        for (HistoryEntry entry : message.history()) {
            After after = before == null
                    ? null
                    : new After(Duration.between(before, entry.at()).toMillis());
            table.add(entry.at(), after, entry.what(), entry.provider(), entry.detail());
            before = entry.at();
        }
        return new Reply(Reply.DONE, table.lines())
                .with("id", message.message().id())
                .with("events", table.rows());
    }
}
