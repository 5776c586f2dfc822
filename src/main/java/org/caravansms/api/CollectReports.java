package org.caravansms.api;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** The aggregation of a split request: each message's {@link Report} joins the {@link Submission}, in index order. */
public final class CollectReports implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange collected, Exchange message) {
        if (message.getException() != null) {
            throw new IllegalStateException("A message could not be checked", message.getException());
        }
        Exchange all = collected == null ? empty(message) : collected;
        all.getMessage().getBody(Submission.class).add(message.getMessage().getBody(Report.class));
        return all;
    }

    /** A new exchange: that of a rejected first message is marked as handled, and the route would end. */
    private static Exchange empty(Exchange message) {
        Exchange all = new DefaultExchange(message.getContext());
        all.getMessage().setBody(new Submission());
        return all;
    }
}
