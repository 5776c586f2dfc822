package org.caravansms.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.caravansms.message.Destination;
import org.caravansms.message.Routing;
import org.caravansms.message.SmsMessage;

/**
 * Chooses the queue of each message, by the first rule that fits, once it is checked; of messages that come from a
 * route of a team's own, before the commit. Without a rule, a message
 * for a named provider waits on that provider's own queue, any other on the outbound queue, which all providers drain.
 *
 * @param rules the rules in force
 * @param queues the names of the queues
 * @param providers whether there is an SMSC connection of that name, now
 * @param numberPlan makes a local number international
 */
public record ChooseQueue(
        Supplier<RoutingRules> rules, QueueNames queues, Predicate<String> providers, UnaryOperator<String> numberPlan)
        implements UnaryOperator<SmsMessage> {

    /** Before the segments of a message are counted: a rule may change it. */
    @Override
    public SmsMessage apply(SmsMessage message) {
        RoutingRules inForce = rules.get();
        return inForce.isEmpty() ? message : routed(message, inForce);
    }

    private SmsMessage routed(SmsMessage message, RoutingRules inForce) {
        String number = inForce.askForNumber ? number(message) : "";
        Rule rule = inForce.first(message, number);
        return rule == null
                ? message.with(new Routing(message.source(), "", "", withoutRule(message), null))
                : rule.applyTo(message, number);
    }

    /** @return the queue of each message, in their order */
    public List<Destination> ofEach(List<SmsMessage> messages) {
        RoutingRules inForce = rules.get();
        if (inForce.isEmpty() && messages.stream().noneMatch(ChooseQueue::hasAQueue)) {
            return Collections.nCopies(messages.size(), Destination.USUAL);
        }
        List<Destination> destinations = new ArrayList<>(messages.size());
        for (SmsMessage message : messages) {
            destinations.add(destination(message, inForce));
        }
        return destinations;
    }

    private Destination destination(SmsMessage message, RoutingRules inForce) {
        Destination chosen = message.routing().destination();
        return chosen == null ? routed(message, inForce).routing().destination() : chosen;
    }

    private String number(SmsMessage message) {
        return NumberPlan.withPlus(numberPlan.apply(message.recipient()));
    }

    private Destination withoutRule(SmsMessage message) {
        return asksForProvider(message) && providers.test(message.provider())
                ? new Destination(queues.of(message.provider()), Destination.USUAL.priority())
                : Destination.USUAL;
    }

    private static boolean hasAQueue(SmsMessage message) {
        return asksForProvider(message) || message.routing().destination() != null;
    }

    private static boolean asksForProvider(SmsMessage message) {
        return !message.provider().isEmpty();
    }
}
