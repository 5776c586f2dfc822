package org.caravansms.smppserver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.caravansms.message.ClientDelivery;
import org.caravansms.message.MessageProperties;
import org.caravansms.smpp.UnreadablePduException;

/**
 * The steps of {@code smpp-parts}: each batch has all parts that wait. Those of a whole message become one, those that
 * have waited too long go on as they are, and all others wait.
 */
public final class JoinParts {

    /** More parts do not wait: the oldest go on. */
    private static final int MOST = 5_000;

    private final Predicate<String> idempotent;
    private final Duration longest;
    private final Clock clock;

    /**
     * @param idempotent whether user_message_reference is the client's id for a user
     * @param longest how long a part waits for the others
     */
    public JoinParts(Predicate<String> idempotent, Duration longest, Clock clock) {
        this.idempotent = idempotent;
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * @param batch a {@link org.caravansms.message.ClientPart} in the body of each, or an exception
     * @return a message each, as {@code direct:send} takes it, with the user in a property
     */
    public List<Exchange> join(@Body List<Exchange> batch) {
        Map<Object, PartGroup> open = new LinkedHashMap<>();
        List<JoinedParts> messages = new ArrayList<>();
        for (Exchange exchange : batch) {
            exchange.setProperty(MessageProperties.WAITS, false);
            add(exchange, open, messages);
        }
        release(open, messages);
        open.values().forEach(PartGroup::hold);
        return messages.stream().map(this::request).toList();
    }

    private Exchange request(JoinedParts message) {
        return message.request(idempotent.test(message.user()));
    }

    private static void add(Exchange exchange, Map<Object, PartGroup> open, List<JoinedParts> messages) {
        try {
            if (exchange.getException() == null) {
                add(WaitingPart.of(exchange), open, messages);
            }
        } catch (UnreadablePduException | RuntimeException e) {
            exchange.setException(new IllegalStateException("It cannot be read as a part", e));
        }
    }

    private static void add(WaitingPart part, Map<Object, PartGroup> open, List<JoinedParts> messages) {
        Object key = part.message();
        PartGroup group = open.computeIfAbsent(key, message -> new PartGroup());
        if (!group.add(part)) {
            messages.addAll(group.alone());
            group = new PartGroup();
            group.add(part);
            open.remove(key);
            open.put(key, group);
        }
        if (group.isComplete()) {
            messages.addAll(group.joined());
            open.remove(key);
        }
    }

    /** The groups are in the order of their first parts. */
    private void release(Map<Object, PartGroup> open, List<JoinedParts> messages) {
        Instant overdue = clock.instant().minus(longest);
        int left = open.values().stream().mapToInt(PartGroup::size).sum();
        for (Object key : List.copyOf(open.keySet())) {
            PartGroup group = open.get(key);
            if (left > MOST || !group.since().isAfter(overdue)) {
                left -= group.size();
                messages.addAll(group.alone());
                open.remove(key);
            }
        }
    }

    /**
     * @param requests those of {@link #join}, with their reports
     * @return the receipts for the parts of the messages that are refused
     */
    public List<ClientDelivery> refusals(@Variable("requests") List<Exchange> requests) {
        Instant now = clock.instant();
        return requests.stream()
                .filter(request -> code(request) != 0)
                .flatMap(request ->
                        JoinedParts.of(request).refuse(report(request).get("text"), now))
                .toList();
    }

    private static int code(Exchange request) {
        return (Integer) report(request).get("code");
    }

    private static Map<?, ?> report(Exchange request) {
        List<?> reports = (List<?>) request.getMessage().getBody(Map.class).get("reports");
        return (Map<?, ?>) reports.get(0);
    }
}
