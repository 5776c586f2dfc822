package org.caravansms.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.api.Explained;
import org.caravansms.api.ReadSend;
import org.caravansms.operator.Columns;
import org.caravansms.operator.ExplainArguments;
import org.caravansms.operator.Reply;
import org.caravansms.operator.UsageFault;

/** The command {@code explain}: of a message that is not sent, or of one that was accepted. */
public record ExplainCommands(ExplainStored stored) {

    /** An id of the gateway, a UUID, is no number. */
    public boolean isOfAMessage(@Body List<String> words) {
        return words.size() == 1 && words.get(0).matches("[0-9a-f]{8}-[0-9a-f-]{27}");
    }

    /** @param words the id of a message */
    public Reply stored(@Body List<String> words) {
        return stored.of(words.get(0))
                .map(explained -> new Reply(Reply.DONE, lines(explained), explained))
                .orElseGet(() -> new Reply(Reply.NOT_DONE, List.of("There is no message " + words.get(0))));
    }

    /**
     * @param words a number, a text and options
     * @return the message in the form of {@code direct:send}, whose user is in the header of it
     */
    public Map<String, Object> message(@Body List<String> words, Exchange exchange) {
        ExplainArguments arguments = UsageFault.read(words, new ExplainArguments());
        exchange.getMessage().setHeader(ReadSend.USER, arguments.user());
        exchange.setVariable("source", arguments.source());
        return arguments.message();
    }

    /** @return not done when the message would be refused */
    public Reply reply(@Body Explained explained) {
        Map<String, Object> message = explained.messages().get(0);
        int exitCode = explained.accepted() == 1 ? Reply.DONE : Reply.NOT_DONE;
        return new Reply(exitCode, lines(message), message);
    }

    private static List<String> lines(Map<String, Object> explained) {
        List<List<String>> rows = new ArrayList<>();
        explained.forEach((name, value) -> rows.add(List.of(name, text(name, value))));
        return Columns.of(rows);
    }

    private static String text(String name, Object value) {
        if (name.equals("parts")) {
            List<?> parts = (List<?>) value;
            return parts.stream()
                    .map(part -> ((Map<?, ?>) part).get("octets") + " octets")
                    .collect(Collectors.joining(", ", parts.size() + ": ", ""));
        } else if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? (name.equals("waitsFor") ? "nothing" : "-")
                    : list.stream().map(String::valueOf).collect(Collectors.joining("; "));
        }
        return Objects.toString(value, "-");
    }
}
