package org.caravansms.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.Body;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.MessageProperties;

/**
 * The step of the route {@code user-events}: JMS messages on {@code sms.events} have events of several users, these have
 * those of one, in their order. An event that does not carry its message has no user and is left out, as a receipt is
 * whose message is looked for later.
 */
public final class SplitByUser {

    private final UnaryOperator<String> topics;

    /** @param topics finds where the events of a user are published, null for a user that receives none */
    public SplitByUser(UnaryOperator<String> topics) {
        this.topics = topics;
    }

    public List<QueuedText> of(@Body List<Event> events) {
        Map<String, List<Event>> byUser = new LinkedHashMap<>();
        for (Event event : events) {
            user(event).ifPresent(user -> byUser.computeIfAbsent(user, any -> new ArrayList<>())
                    .add(event));
        }
        List<QueuedText> all = new ArrayList<>();
        byUser.forEach((user, own) -> publish(user, own, all));
        return all;
    }

    private void publish(String user, List<Event> events, List<QueuedText> to) {
        String topic = topics.apply(user);
        if (topic != null) {
            EventJson.writeAll(events, Map.of(MessageProperties.USER, user)).stream()
                    .map(text -> new QueuedText(text.body(), text.properties(), JmsDelivery.to(topic), null))
                    .forEach(to::add);
        }
    }

    private static Optional<String> user(Event event) {
        if (event.subject() instanceof InboundMessage inbound) {
            return Optional.of(inbound.user());
        }
        return Optional.ofNullable(event.message()).map(message -> message.user());
    }
}
