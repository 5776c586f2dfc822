package org.caravansms.api;

import java.util.List;
import java.util.Map;

/**
 * What would become of the messages of a request, in their order; nothing of it is sent.
 *
 * @param messages what is known of each, by names in camel case; {@code accepted} says whether it would be accepted
 */
public record Explained(List<Map<String, Object>> messages) implements ApiAnswer {

    public long accepted() {
        return messages.stream()
                .filter(message -> Boolean.TRUE.equals(message.get("accepted")))
                .count();
    }

    /** Without the messages. */
    @Override
    public String toString() {
        return "Explained[" + messages.size() + "]";
    }
}
