package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;

/** What the settlement of a message means for its life; asked once the message is settled. */
final class SettledEvent {

    private SettledEvent() {}

    /** @return null when nothing has changed for who looks at it from outside, or nobody can know which message it is */
    static Event of(Message message, Outcome outcome, String provider) throws JMSException {
        EventType type = type(message, outcome);
        String id = message.getStringProperty(MessageProperties.ID);
        if (type == null || id == null) {
            return null;
        }
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return Event.of(type, now, id, provider == null ? "" : provider)
                .because(outcome.reason())
                .with(outcome.accepted());
    }

    /** A message in doubt that does not rest is held for a person. */
    private static EventType type(Message message, Outcome outcome) throws JMSException {
        EventType type = outcome.event();
        return type == EventType.IN_DOUBT && !message.propertyExists(MessageProperties.REST) ? EventType.HELD : type;
    }
}
