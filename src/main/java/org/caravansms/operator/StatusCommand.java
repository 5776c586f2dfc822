package org.caravansms.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;

/** The command {@code status}: how the gateway is, or how one message fares. */
public final class StatusCommand {

    private final Function<String, Optional<StoredMessage>> find;
    private final Supplier<List<List<String>>> gateway;

    /**
     * @param find the message of an id
     * @param gateway what is to be said of the gateway, a name and a value each
     */
    public StatusCommand(Function<String, Optional<StoredMessage>> find, Supplier<List<List<String>>> gateway) {
        this.find = find;
        this.gateway = gateway;
    }

    /** How the gateway is, how far its store is behind among it, must not change by asking. */
    public boolean isOfAMessage(@Body List<String> words) {
        return !words.isEmpty();
    }

    /**
     * @param words nothing, or a message's id
     * @throws IllegalArgumentException when they are something else
     */
    public Reply answer(@Body List<String> words) {
        if (words.isEmpty()) {
            return new Reply(Reply.DONE, Columns.of(gateway.get()));
        }
        String id = FoundMessage.id("status", words);
        return FoundMessage.reply(id, find.apply(id), message -> Columns.of(rows(message)));
    }

    private static List<List<String>> rows(StoredMessage found) {
        SmsMessage message = found.message();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("message", message.id()));
        rows.add(List.of("state", found.state() + " (" + found.state().code() + "), folder " + found.folder()));
        rows.add(List.of("from", Columns.known(message.originator())));
        rows.add(List.of("to", Columns.known(Columns.masked(message.recipient()))));
        rows.add(List.of("user", Columns.known(message.user())));
        rows.add(List.of("accepted", message.acceptedAt().toString()));
        rows.add(List.of(
                "submitted",
                found.submittedAt() == null ? "-" : found.submittedAt().toString()));
        rows.add(List.of("done", found.doneAt() == null ? "-" : found.doneAt().toString()));
        rows.add(List.of("provider", Columns.known(found.provider())));
        rows.add(List.of("SMSC's ids", Columns.known(ids(found))));
        rows.add(List.of("reason", Columns.known(found.reason())));
        return rows;
    }

    private static String ids(StoredMessage found) {
        return new TreeMap<>(found.parts()).values().stream().collect(Collectors.joining(" "));
    }
}
