package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.List;

/**
 * What a route gets to see of a JMS message: its text, its priority and the properties named {@code Sms…}. Nothing else crosses, least
 * of all a header that means something to Camel, in whatever case a producer wrote it.
 */
public final class ReceivedMessage {

    private ReceivedMessage() {}

    static void read(Message from, org.apache.camel.Message to) throws JMSException {
        to.setBody(from instanceof TextMessage text ? text.getText() : null);
        for (String name : names(from)) {
            if (name.startsWith("Sms")) {
                to.setHeader(name, from.getObjectProperty(name));
            }
        }
        if (to.getHeader(JmsBatchEndpoint.PRIORITY) == null) {
            to.setHeader(JmsBatchEndpoint.PRIORITY, from.getJMSPriority());
        }
    }

    @SuppressWarnings("unchecked")
    public static List<String> names(Message message) throws JMSException {
        return Collections.list(message.getPropertyNames());
    }
}
