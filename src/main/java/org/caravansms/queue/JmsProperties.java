package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.PartProgress;

/** Reads and changes the properties of a JMS message that was received. */
public final class JmsProperties {

    private JmsProperties() {}

    @SuppressWarnings("unchecked")
    public static List<String> names(Message message) throws JMSException {
        return Collections.list(message.getPropertyNames());
    }

    /** @return the parts that were sent so far */
    public static PartProgress progress(Message message) throws JMSException {
        String property = message.getStringProperty(MessageProperties.PARTS);
        return property == null ? PartProgress.NONE : PartProgress.of(property);
    }

    static int count(Message message, String property) throws JMSException {
        return message.propertyExists(property) ? message.getIntProperty(property) : 0;
    }

    /** Its first priority, which a message that was put back or moved among dead letters has no more. */
    static void notePriority(Message message, Map<String, Object> changes) throws JMSException {
        if (!message.propertyExists(MessageProperties.PRIORITY)) {
            changes.put(MessageProperties.PRIORITY, message.getJMSPriority());
        }
    }

    /**
     * A received message's properties are read-only until all of them are cleared. They are put back by Artemis's own
     * interface: STOMP and AMQP have names and values that JMS refuses, such as {@code content-length}.
     */
    static void change(Message message, Map<String, Object> changes) throws JMSException {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Object> properties = new HashMap<>();
        for (String property : names(message)) {
            properties.put(property, message.getObjectProperty(property));
        }
        properties.putAll(changes);
        message.clearProperties();
        ClientMessage core = ((ActiveMQMessage) message).getCoreMessage();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            if (!property.getKey().startsWith("JMSX")) {
                core.putObjectProperty(property.getKey(), property.getValue());
            }
        }
    }
}
