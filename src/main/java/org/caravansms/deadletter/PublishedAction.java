package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.queue.PublishEvents;

/** Publishes an operator's command for each message, in the transaction that carries it out. */
final class PublishedAction implements DeadLetterAction {

    private final DeadLetterAction action;
    private final EventType type;
    private final PublishEvents events;

    /** @param type the event that is published of each message */
    PublishedAction(DeadLetterAction action, EventType type, PublishEvents events) {
        this.action = action;
        this.type = type;
        this.events = events;
    }

    @Override
    public Optional<String> refusal(DeadLetter message) {
        return action.refusal(message);
    }

    @Override
    public void settle(Message message) throws JMSException {
        String id = ReadDeadLetter.text(message, MessageProperties.ID);
        String whole = message.propertyExists(MessageProperties.REPORT) ? ReadDeadLetter.body(message) : null;
        action.settle(message);
        if (!id.isEmpty()) {
            Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
            events.add(Event.of(type, now, id, "").because("by an operator"), whole);
        }
    }

    @Override
    public void complete() throws JMSException {
        events.complete();
        action.complete();
    }

    @Override
    public void settled(Set<String> keys) {
        action.settled(keys);
    }
}
