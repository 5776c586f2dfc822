package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.Map;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.Source;

/** The event of a message that was settled. */
final class SettledEvent {

    private static final Map<Class<? extends Outcome>, EventType> TYPES = Map.of(
            Outcome.Sent.class, EventType.SUBMITTED,
            Outcome.Retry.class, EventType.DELAYED,
            Outcome.InDoubt.class, EventType.IN_DOUBT,
            Outcome.Failed.class, EventType.FAILED,
            Outcome.Expired.class, EventType.EXPIRED);

    private SettledEvent() {}

    /** @return null when its status stays as it was, or when the message has no id */
    static Event of(Message message, Source source, Outcome outcome, String provider) throws JMSException {
        EventType type = type(message, outcome);
        String id = message.getStringProperty(MessageProperties.ID);
        return type == null || id == null ? null : of(type, id, source, outcome, provider);
    }

    static Event submitted(String id, Source source, Outcome outcome, String provider) {
        return of(EventType.SUBMITTED, id, source, outcome, provider);
    }

    private static Event of(EventType type, String id, Source source, Outcome outcome, String provider) {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return Event.of(type, now, id, provider == null ? "" : provider)
                .from(source)
                .because(outcome.reason())
                .with(outcome.accepted());
    }

    /** A message in doubt without a wait is held for a person. */
    private static EventType type(Message message, Outcome outcome) throws JMSException {
        EventType type = TYPES.get(outcome.getClass());
        return type == EventType.IN_DOUBT && !message.propertyExists(MessageProperties.REST) ? EventType.HELD : type;
    }
}
