package org.caravansms.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Body;
import org.caravansms.message.HistoryEntry;
import org.caravansms.message.StoredMessage;

/** The command {@code trace}: the life of a message, a line for each thing that happened. */
public final class TraceCommand {

    private static final List<String> HEAD = List.of("WHEN", "AFTER", "WHAT", "PROVIDER", "DETAIL");

    private final Function<String, Optional<StoredMessage>> find;

    /** @param find the message of an id */
    public TraceCommand(Function<String, Optional<StoredMessage>> find) {
        this.find = find;
    }

    /**
     * @param words a message's id
     * @throws IllegalArgumentException when they are something else
     */
    public Reply answer(@Body List<String> words) {
        String id = FoundMessage.id("trace", words);
        return FoundMessage.reply(id, find.apply(id), message -> Columns.of(rows(message)));
    }

    private static List<List<String>> rows(StoredMessage message) {
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
