package org.caravansms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * A JMS message as a route sees it: its text, the properties that the filter lets in, its priority in the header
 * {@code JMSPriority}, and its time.
 */
final class MessageForRoute {

    private MessageForRoute() {}

    static void read(Message from, Exchange exchange, HeaderFilterStrategy filter) throws JMSException {
        org.apache.camel.Message to = exchange.getMessage();
        to.setBody(from instanceof TextMessage text ? text.getText() : null);
        for (String name : names(from)) {
            Object value = from.getObjectProperty(name);
            if (!filter.applyFilterToExternalHeaders(name, value, exchange)) {
                to.setHeader(name, value);
            }
        }
        to.setHeader(JmsBatchEndpoint.PRIORITY, from.getJMSPriority());
        to.setHeader(Exchange.MESSAGE_TIMESTAMP, from.getJMSTimestamp());
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Message message) throws JMSException {
        return Collections.list(message.getPropertyNames());
    }
}
