package org.caravansms.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.Body;
import org.caravansms.message.Destination;
import org.caravansms.message.SmsMessage;

/**
 * Before the commit: chooses the queue of each message of a request, by the first rule that fits. Without one, a message
 * for a named provider waits on that provider's own queue, any other on the outbound queue, which all providers drain.
 *
 * @param rules the rules in force
 * @param queues the names of the queues
 * @param providers whether there is an SMSC connection of that name, now
 * @param numberPlan makes a local number international
 */
public record ChooseQueue(
        Supplier<RoutingRules> rules,
        QueueNames queues,
        Predicate<String> providers,
        UnaryOperator<String> numberPlan) {

    /** @return the queue of each message, in their order */
    public List<Destination> ofEach(@Body List<SmsMessage> messages) {
        RoutingRules inForce = rules.get();
        if (inForce.isEmpty() && messages.stream().noneMatch(ChooseQueue::asksForProvider)) {
            return Collections.nCopies(messages.size(), Destination.USUAL);
        }
        List<Destination> destinations = new ArrayList<>(messages.size());
        for (SmsMessage message : messages) {
            destinations.add(destination(message, inForce));
        }
        return destinations;
    }

    private Destination destination(SmsMessage message, RoutingRules inForce) {
        Rule rule = inForce.first(message, inForce.askForNumber ? number(message) : "");
        return rule == null ? withoutRule(message) : rule.destination();
    }

    private String number(SmsMessage message) {
        return NumberPlan.withPlus(numberPlan.apply(message.recipient()));
    }

    private Destination withoutRule(SmsMessage message) {
        return asksForProvider(message) && providers.test(message.provider())
                ? new Destination(queues.of(message.provider()), Destination.USUAL.priority())
                : Destination.USUAL;
    }

    private static boolean asksForProvider(SmsMessage message) {
        return !message.provider().isEmpty();
    }
}
