package org.caravansms.operator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;

/** The command {@code status}: how the gateway is, or how one message fares. */
public final class StatusCommand {

    private final Function<String, Optional<StoredMessage>> find;
    private final Supplier<List<List<String>>> gateway;

    /**
     * @param find the message of an id
     * @param gateway the lines about the gateway, a name and a value each
     */
    public StatusCommand(Function<String, Optional<StoredMessage>> find, Supplier<List<List<String>>> gateway) {
        this.find = find;
        this.gateway = gateway;
    }

    /** The route waits for the store before it shows a message; the gateway's own status must show the store as it is. */
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
}
