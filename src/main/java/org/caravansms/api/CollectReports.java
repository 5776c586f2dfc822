package org.caravansms.api;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.caravansms.message.Fault;
import org.caravansms.message.LogFields;
import org.caravansms.message.RejectedMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The aggregation of a split request: each message's {@link Report} joins the {@link Submission}, in index order. */
public final class CollectReports implements AggregationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(CollectReports.class);

    @Override
    public Exchange aggregate(Exchange collected, Exchange message) {
        Report report = message.getException() == null
                ? message.getMessage().getBody(Report.class)
                : unchecked(message.getMessage().getBody(MessageRequest.class), message.getException());
        Exchange all = collected == null ? empty(message) : collected;
        all.getMessage().getBody(Submission.class).add(report);
        return all;
    }

    /** A defect of the gateway refuses a request of HTTP as a whole, and one message of another request. */
    private static Report unchecked(MessageRequest request, Exception defect) {
        if (request == null || request.sendRequest() == null) {
            throw new IllegalStateException("A message could not be checked", defect);
        }
        User user = request.sender(null);
        LogFields.user(LOG.atError(), user == null ? "" : user.name())
                .setCause(defect)
                .log("A message could not be checked, and is refused");
        return Report.rejected(
                request, new RejectedMessageException(Fault.INTERNAL_ERROR, "Internal error; it was not accepted."));
    }

    /** A new exchange: that of a rejected first message is marked as handled, and the route would end. */
    private static Exchange empty(Exchange message) {
        Exchange all = new DefaultExchange(message.getContext());
        all.getMessage().setBody(new Submission());
        return all;
    }
}
