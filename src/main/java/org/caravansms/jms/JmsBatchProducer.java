package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * Sends the list of {@link QueuedText} in the body: when it is done without an exception, all of them are durable, or
 * will be with the commit of the consumer whose transaction it shares. No thread waits for a commit: the exchange goes on
 * from the thread that committed, and must not keep it for long.
 */
final class JmsBatchProducer extends DefaultAsyncProducer {

    private final JmsBatchEndpoint endpoint;
    private ExecutorService threads;
    private GroupCommit commits;

    JmsBatchProducer(JmsBatchEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            @SuppressWarnings("unchecked")
            List<QueuedText> messages = exchange.getMessage().getBody(List.class);
            if (!endpoint.isSameTransaction() && !messages.isEmpty()) {
                commits.send(messages, failure -> settle(exchange, failure, callback));
                return false;
            } else if (endpoint.isSameTransaction()) {
                write(messages, transaction(exchange));
            }
        } catch (Exception e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    private static void settle(Exchange exchange, JMSException failure, AsyncCallback callback) {
        if (failure != null) {
            exchange.setException(failure);
        }
        callback.done(false);
    }

    private void write(List<QueuedText> messages, QueueWriter writer) throws JMSException {
        Settlement.Transaction settlement = writer.settlement(endpoint);
        for (QueuedText message : messages) {
            settlement.send(message, writer, endpoint.getQueue());
        }
        settlement.complete();
    }

    private static QueueWriter transaction(Exchange exchange) {
        QueueWriter writer = exchange.getProperty(JmsBatchEndpoint.TRANSACTION, QueueWriter.class);
        if (writer == null) {
            throw new IllegalStateException("sameTransaction needs a route that begins with a batch of jms-batch");
        }
        return writer;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        threads = threads().newCachedThreadPool(this, "commit " + endpoint.getQueue());
        commits = new GroupCommit(new TransactedSender(endpoint), threads);
    }

    @Override
    protected void doStop() throws Exception {
        commits.close();
        threads().shutdown(threads);
        super.doStop();
    }

    private ExecutorServiceManager threads() {
        return endpoint.getCamelContext().getExecutorServiceManager();
    }
}
