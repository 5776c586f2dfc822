package org.caravansms.queue;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Sends the list of {@link QueuedText} in the body: when it returns without an exception, all of them are durable, or will
 * be with the commit of the consumer whose transaction it shares.
 */
final class JmsBatchProducer extends DefaultProducer {

    private final JmsBatchEndpoint endpoint;
    private final GroupCommit commits;

    JmsBatchProducer(JmsBatchEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.commits = new GroupCommit(
                ((JmsBatchComponent) endpoint.getComponent()).sender(endpoint.getQueue(), endpoint.getEvents()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) throws Exception {
        List<QueuedText> messages = exchange.getMessage().getBody(List.class);
        if (endpoint.isSameTransaction()) {
            SameTransaction.of(exchange).send(messages, endpoint.getQueue());
        } else if (!messages.isEmpty()) {
            commits.send(messages);
        }
    }

    @Override
    protected void doStop() throws Exception {
        commits.close();
        super.doStop();
    }
}
