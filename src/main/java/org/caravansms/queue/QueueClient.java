package org.caravansms.queue;

import jakarta.jms.ConnectionFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsHeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.caravansms.jms.JmsBatchComponent;

/**
 * The components that reach the queues. No message of a producer steers Camel. A message that a route of {@code jms}
 * cannot process is retried, and moved to the dead letters by the broker after that.
 */
public final class QueueClient {

    private QueueClient() {}

    /** The component {@code jms} for the routes of the gateway and of extensions. */
    public static JmsComponent component(ConnectionFactory connectionFactory) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connectionFactory);
        jms.setHeaderFilterStrategy(withoutCamelHeaders());
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setJmsMessageType(org.apache.camel.component.jms.JmsMessageType.Text);
        return jms;
    }

    /**
     * The component {@code jms-batch}, whose messages are settled by their outcomes.
     *
     * @param hold pauses the deliveries of a queue and returns the action that resumes them
     * @param receiveWhile whether the disk has room to settle a message
     * @param paused the queues that an operator paused, by name
     * @param eventsInFull whether each event has its whole message
     */
    public static JmsBatchComponent batches(
            ConnectionFactory connectionFactory,
            Function<String, Runnable> hold,
            BooleanSupplier receiveWhile,
            Predicate<String> paused,
            EventsInFull eventsInFull) {
        JmsBatchComponent batches = new JmsBatchComponent();
        batches.setConnectionFactory(connectionFactory);
        batches.setSettlement(() -> new OutcomeSettlement(eventsInFull));
        batches.setHold(hold);
        batches.setReceiveWhile(receiveWhile);
        batches.setPaused(paused);
        batches.setHeaderFilterStrategy(onlyOurs());
        return batches;
    }

    /** Only properties named {@code Sms…}, and the context of a producer's trace, become headers. */
    private static HeaderFilterStrategy onlyOurs() {
        DefaultHeaderFilterStrategy filter = new DefaultHeaderFilterStrategy();
        filter.setFilterOnMatch(false);
        filter.setInFilterStartsWith("Sms", "traceparent");
        return filter;
    }

    /** Camel's own filter lets {@code CAmelSmppDestAddr} in, and headers are case-insensitive (CVE-2026-40453). */
    private static JmsHeaderFilterStrategy withoutCamelHeaders() {
        JmsHeaderFilterStrategy filter = new JmsHeaderFilterStrategy();
        filter.setLowerCase(true);
        filter.setInFilterStartsWith("camel", "org.apache.camel.");
        return filter;
    }
}
