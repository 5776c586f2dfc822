package org.caravansms.queue;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsHeaderFilterStrategy;

/**
 * The component {@code jms} as routes of ours and of others use it: no message of a producer steers Camel, and one
 * that a route cannot take is tried again and then kept by the broker as dead, not lost.
 */
public final class QueueClient {

    private QueueClient() {}

    public static JmsComponent component(ConnectionFactory connectionFactory) {
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(connectionFactory);
        jms.setHeaderFilterStrategy(withoutCamelHeaders());
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setJmsMessageType(org.apache.camel.component.jms.JmsMessageType.Text);
        return jms;
    }

    /** Camel's own filter lets {@code CAmelSmppDestAddr} in, and headers are case-insensitive (CVE-2026-40453). */
    private static JmsHeaderFilterStrategy withoutCamelHeaders() {
        JmsHeaderFilterStrategy filter = new JmsHeaderFilterStrategy();
        filter.setLowerCase(true);
        filter.setInFilterStartsWith("camel", "org.apache.camel.");
        return filter;
    }
}
