package org.caravansms.routing;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.caravansms.message.LogFields;
import org.caravansms.message.MessageProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of the route {@code inbound-route}: which routes may get a message, and why a message is a dead letter.
 *
 * @param rules the rules in force
 * @param queue the queue of the messages for routes
 */
public record InboundHandover(Supplier<InboundRules> rules, String queue) {

    private static final Logger LOG = LoggerFactory.getLogger(InboundHandover.class);

    /** @throws IllegalStateException when no rule in force names the route: others may write to the queue, too */
    public void check(@Header(MessageProperties.ROUTE) String route) {
        if (route == null || !rules.get().hasRoute(route)) {
            throw new IllegalStateException("no inbound rule names the route " + route);
        }
    }

    /** Notes the reason on the message. The text of an exception may quote the message: only its kind is written. */
    public void giveUp(
            @ExchangeException Exception failure, @ExchangeProperty("deliveryAttempt") int tries, Message message) {
        Map<String, Object> headers = message.getHeaders();
        String reason = "route " + headers.get(MessageProperties.ROUTE) + ": "
                + failure.getClass().getSimpleName();
        Object id = headers.get(MessageProperties.ID);
        LogFields.messageId(LOG.atWarn(), id)
                .log("Message {} is not handed over after {} tries: {}", id, tries, reason);
        headers.putIfAbsent(MessageProperties.PRIORITY, headers.get("JMSPriority"));
        headers.put(MessageProperties.REASON, reason + ", tried " + tries + " times");
        headers.put(MessageProperties.QUEUE, queue);
        headers.put(MessageProperties.SINCE, System.currentTimeMillis());
    }
}
