package org.caravansms.operator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps of the route {@code operator}. A command is a route: {@code dead} is {@code direct:operator-dead}. Its body is
 * the list of the words after the command; the route replaces it by a {@link Reply} or a text.
 */
public final class OperatorCommands {

    /** The header with a {@code Consumer<String>}: a long command reports its progress by it, in lines for people. */
    public static final String PROGRESS = "SmsProgress";

    private static final Logger LOG = LoggerFactory.getLogger(OperatorCommands.class);
    private static final String PREFIX = "direct://operator-";

    /** The line that came over the socket becomes the list of its words, see {@link OperatorClient#ask}. No command reads
     * {@code --json}: its reply has both forms. */
    public List<String> words(@Body String line) {
        return Arrays.stream(line.split(" "))
                .filter(word -> !word.isEmpty() && !word.equals(Reply.JSON))
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList();
    }

    /** @return the command's name, the first word; empty where there is none */
    public String name(@Body List<String> words) {
        return words.isEmpty() ? "" : words.get(0);
    }

    public boolean isKnown(@Body List<String> words, Exchange exchange) {
        return names(exchange).contains(name(words));
    }

    public List<String> arguments(@Body List<String> words) {
        return words.subList(1, words.size());
    }

    /** @return the body after the command's route: a {@link Reply}, or a text or a map from a route in YAML */
    public Reply reply(Exchange exchange) {
        Message message = exchange.getMessage();
        if (message.getBody() instanceof Reply reply) {
            return reply;
        }
        if (message.getBody() instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((name, value) -> named.put(String.valueOf(name), value));
            return new Reply(Reply.DONE, lines(named), named);
        }
        String text = message.getBody(String.class);
        return new Reply(Reply.DONE, text == null ? List.of() : text.lines().toList());
    }

    private static List<String> lines(Map<String, Object> named) {
        return Columns.of(named.entrySet().stream()
                .map(each -> List.of(each.getKey(), String.valueOf(each.getValue())))
                .toList());
    }

    public Reply unknown(@Body List<String> words, Exchange exchange) {
        return new Reply(
                Reply.WRONG,
                List.of(
                        "There is no such command. There are: " + String.join(", ", names(exchange)),
                        "One of your own is a route from direct:operator-" + name(words)));
    }

    /** What was asked for is wrong: the fault says how. */
    public Reply wrong(@ExchangeException Exception fault) {
        return new Reply(Reply.WRONG, List.of(String.valueOf(fault.getMessage()).split("\n")));
    }

    /** The log has where it failed; that of a team's route it may have twice, since Camel logs those. */
    public Reply failed(@ExchangeException Exception failure) {
        LOG.error("A command failed", failure);
        return new Reply(
                Reply.NOT_DONE,
                List.of("The command failed: " + failure.getMessage(), "What it did until then stays done."));
    }

    private static List<String> names(Exchange exchange) {
        return exchange.getContext().getRoutes().stream()
                .map(route -> route.getEndpoint().getEndpointUri())
                .filter(uri -> uri.startsWith(PREFIX))
                .map(uri -> uri.substring(PREFIX.length()))
                .sorted()
                .toList();
    }
}
