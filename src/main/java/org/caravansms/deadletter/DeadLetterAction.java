package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.LogFields;
import org.caravansms.message.MessageProperties;
import org.caravansms.queue.MessageJson;
import org.caravansms.queue.PublishEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command for messages that are taken off their queue, published in the same transaction. This one drops them. */
class DeadLetterAction {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final EventType type;
    private final PublishEvents events;

    /** @param type the event that is published of each message */
    DeadLetterAction(EventType type, PublishEvents events) {
        this.type = type;
        this.events = events;
    }

    /** @return why this message has to stay on its queue */
    Optional<String> refusal(DeadLetter message) {
        return Optional.empty();
    }

    /** Inside the transaction that takes the message. */
    void settle(Message message) throws JMSException {
        String id = ReadDeadLetter.text(message, MessageProperties.ID);
        if (!id.isEmpty()) {
            String whole = ReadDeadLetter.body(message);
            boolean report = message.propertyExists(MessageProperties.REPORT);
            Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
            Event event =
                    Event.of(type, now, id, "").from(MessageJson.source(whole)).because("by an operator");
            events.add(event, report ? whole : null);
        }
    }

    /** Inside that transaction, when all of its messages are settled. */
    final void complete() {
        events.complete();
    }

    /** After that transaction's commit. */
    void settled(Set<String> keys) {
        keys.forEach(key -> LogFields.messageId(LOG.atInfo(), key).log("Dropped for good: {}", key));
    }
}
