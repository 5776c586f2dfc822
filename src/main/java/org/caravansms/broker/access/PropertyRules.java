package org.caravansms.broker.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.caravansms.message.MessageProperties;

/** The properties that no client may set: they would steer Camel, the gateway or the broker. */
final class PropertyRules {

    private static final List<String> RESERVED = List.of("camel", "org.apache.camel.", "sms");

    /** By name, and what to use in its place. */
    private static final Map<String, String> OF_THE_BROKER = Map.of(
            "_AMQ_SCHED_DELIVERY", "sendAt in the body sends a message later",
            "_AMQ_DUPL_ID", "id in the body makes sure that a message is sent once",
            "_AMQ_LARGE_COMPRESSED", "the body must not be compressed",
            "_AMQ_GROUP_ID", "messages have no groups here",
            "JMSXGroupID", "messages have no groups here",
            "_AMQ_LVQ_NAME", "messages do not replace each other here",
            "JMS_AMQP_ContentEncoding", "the body must not be compressed",
            "content-encoding", "the body must not be compressed");

    private PropertyRules() {}

    static void check(Message message) throws RefusedMessageException {
        for (SimpleString property : message.getPropertyNames()) {
            check(property.toString());
        }
        require(
                message.getScheduledDeliveryTime() == null || message.getScheduledDeliveryTime() == 0,
                "_AMQ_SCHED_DELIVERY");
        require(message.getGroupID() == null, "JMSXGroupID");
        require(message.getDuplicateProperty() == null, "_AMQ_DUPL_ID");
    }

    private static void check(String name) throws RefusedMessageException {
        String small = name.toLowerCase(Locale.ROOT);
        if (!name.equals(MessageProperties.USER) && RESERVED.stream().anyMatch(small::startsWith)) {
            throw new RefusedMessageException("the property " + name + " is reserved: leave it out");
        }
        require(!OF_THE_BROKER.containsKey(name), name);
    }

    private static void require(boolean right, String property) throws RefusedMessageException {
        if (!right) {
            throw new RefusedMessageException(
                    "it has the property " + property + ", but " + OF_THE_BROKER.get(property));
        }
    }
}
