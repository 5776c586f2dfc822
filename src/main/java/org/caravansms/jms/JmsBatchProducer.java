package org.caravansms.jms;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Sends the list of {@link QueuedText} in the body: when it returns without an exception, all of them are durable, or
 * will be with the commit of the consumer whose transaction it shares.
 */
final class JmsBatchProducer extends DefaultProducer {

    private final JmsBatchEndpoint endpoint;
    private final GroupCommit commits;

    JmsBatchProducer(JmsBatchEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.commits = new GroupCommit(new TransactedSender(endpoint));
    }

    @Override
    @SuppressWarnings("unchecked")
    public void process(Exchange exchange) throws Exception {
        List<QueuedText> messages = exchange.getMessage().getBody(List.class);
        if (endpoint.isSameTransaction()) {
            QueueWriter writer = transaction(exchange);
            Settlement.Transaction settlement = writer.settlement(endpoint);
            for (QueuedText message : messages) {
                writer.write(message, endpoint.getQueue());
                settlement.sent(message);
            }
            settlement.complete();
        } else if (!messages.isEmpty()) {
            commits.send(messages);
        }
    }

    private static QueueWriter transaction(Exchange exchange) {
        QueueWriter writer = exchange.getProperty(JmsBatchEndpoint.TRANSACTION, QueueWriter.class);
        if (writer == null) {
            throw new IllegalStateException("sameTransaction needs a route that begins with a batch of jms-batch");
        }
        return writer;
    }

    @Override
    protected void doStop() throws Exception {
        commits.close();
        super.doStop();
    }
}
