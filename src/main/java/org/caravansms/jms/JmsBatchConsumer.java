package org.caravansms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultConsumer;

/**
 * Reads a queue in batches on threads of its own. At a stop each of them closes, settles and commits its batch, and
 * receives nothing more.
 */
class JmsBatchConsumer extends DefaultConsumer {

    private static final long DRAIN_SECONDS = 60;

    private List<? extends ReadLoop> loops = List.of();
    private ExecutorService readers;

    JmsBatchConsumer(JmsBatchEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    public final JmsBatchEndpoint getEndpoint() {
        return (JmsBatchEndpoint) super.getEndpoint();
    }

    @Override
    protected final void doStart() throws Exception {
        super.doStart();
        loops = loops();
        readers = threads("reader", loops.size());
        loops.forEach(readers::execute);
    }

    /** Each loop has a thread. */
    List<? extends ReadLoop> loops() {
        int size = getEndpoint().getBatchSize();
        int count = Math.min(getEndpoint().getConcurrentConsumers(), size);
        return Stream.generate(() -> new BatchLoop(this, size / count))
                .limit(count)
                .toList();
    }

    final ExecutorService threads(String name, int count) {
        return getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, name + "-" + getRouteId(), count);
    }

    /**
     * Sets on the exchange what its route sees of a message: the text, the properties that the filter lets in, the
     * priority in the header {@code JMSPriority}, and the time.
     */
    final void read(Message from, Exchange exchange) throws JMSException {
        HeaderFilterStrategy filter = getEndpoint().getComponent().getHeaderFilterStrategy();
        org.apache.camel.Message to = exchange.getMessage();
        to.setBody(from instanceof TextMessage text ? text.getText() : null);
        for (Enumeration<?> names = from.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            Object value = from.getObjectProperty(name);
            if (!filter.applyFilterToExternalHeaders(name, value, exchange)) {
                to.setHeader(name, value);
            }
        }
        to.setHeader(JmsBatchEndpoint.PRIORITY, from.getJMSPriority());
        to.setHeader(Exchange.MESSAGE_TIMESTAMP, from.getJMSTimestamp());
    }

    @Override
    protected void doStop() throws Exception {
        loops.forEach(ReadLoop::stop);
        end(readers);
        super.doStop();
    }

    static void end(ExecutorService threads) throws InterruptedException {
        if (threads != null) {
            threads.shutdown();
            threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
        }
    }
}
