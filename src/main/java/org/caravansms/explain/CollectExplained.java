package org.caravansms.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.api.Explained;
import org.caravansms.api.Report;
import org.caravansms.api.User;

/**
 * The aggregation of {@code explain}: the explanation of each message joins an {@link Explained}, in their order. A step
 * of the split could not explain a message that is refused: its exchange is handled then, and goes no further.
 */
public record CollectExplained(ExplainMessage message) implements AggregationStrategy {

    /** A new exchange: that of a rejected first message is marked as handled, and the route would end. */
    @Override
    public Exchange aggregate(Exchange collected, Exchange checked) {
        if (checked.getException() != null) {
            throw new IllegalStateException("A message could not be explained", checked.getException());
        }
        Exchange all = collected == null ? new DefaultExchange(checked.getContext()) : collected;
        List<Map<String, Object>> messages = new ArrayList<>(
                collected == null
                        ? List.of()
                        : all.getMessage().getBody(Explained.class).messages());
        messages.add(message.explain(
                checked.getMessage().getBody(Report.class), changes(checked), checked.getVariable("user", User.class)));
        all.getMessage().setBody(new Explained(messages));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> changes(Exchange checked) {
        return checked.getVariable("policyChanges", Map.class);
    }
}
