package org.caravansms.operator;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caravansms.message.StoredMessage;

/** What the commands about one message have in common. */
final class FoundMessage {

    private FoundMessage() {}

    /** @throws IllegalArgumentException when the words are not one id */
    static String id(String command, List<String> words) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("caravan " + command + " takes the id of one message");
        }
        return words.get(0);
    }

    static Reply reply(String id, Optional<StoredMessage> found, Function<StoredMessage, List<String>> lines) {
        return found.map(message -> new Reply(Reply.DONE, lines.apply(message)))
                .orElseGet(() -> new Reply(Reply.NOT_DONE, List.of("There is no message " + id)));
    }
}
