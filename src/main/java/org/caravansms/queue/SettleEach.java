package org.caravansms.queue;

import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.caravansms.message.Outcome;

/** The aggregation of a split batch: what each part came to, its body, is noted on the message that it was made of. */
public final class SettleEach implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange batch, Exchange part) {
        List<?> messages = part.getProperty(JmsBatchEndpoint.BATCH, List.class);
        int index = part.getProperty(ExchangePropertyKey.SPLIT_INDEX, Integer.class);
        ((Exchange) messages.get(index)).setProperty(JmsBatchEndpoint.OUTCOME, outcome(part));
        return part;
    }

    /** A part that failed without a rule may have left the machine: it is in doubt, and goes back. */
    private static Outcome outcome(Exchange part) {
        return part.getException() == null && part.getMessage().getBody() instanceof Outcome outcome
                ? outcome
                : new Outcome.PutBack(true);
    }
}
