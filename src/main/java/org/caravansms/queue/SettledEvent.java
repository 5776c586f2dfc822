package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
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
        String id = message.getStringProperty(MessageForm.ID);
        if (type == null || id == null) {
            return null;
        }
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return Event.of(type, now, id, provider == null ? "" : provider)
                .because(reason(outcome))
                .with(parts(outcome));
    }

    private static EventType type(Message message, Outcome outcome) throws JMSException {
        if (outcome instanceof Outcome.Sent) {
            return EventType.SUBMITTED;
        } else if (outcome instanceof Outcome.InDoubt) {
            return message.propertyExists(MessageProperties.REST) ? EventType.IN_DOUBT : EventType.HELD;
        } else if (outcome instanceof Outcome.Later) {
            return EventType.DELAYED;
        } else if (outcome instanceof Outcome.Failed) {
            return EventType.FAILED;
        }
        return outcome instanceof Outcome.Expired ? EventType.EXPIRED : null;
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt inDoubt) {
            return inDoubt.reason();
        } else if (outcome instanceof Outcome.Later later) {
            return later.reason();
        } else if (outcome instanceof Outcome.Failed failed) {
            return failed.reason();
        }
        return outcome instanceof Outcome.Expired expired ? expired.reason() : "";
    }

    private static SortedMap<Integer, String> parts(Outcome outcome) {
        if (!(outcome instanceof Outcome.Sent sent)) {
            return outcome.progress().accepted();
        }
        SortedMap<Integer, String> parts = new TreeMap<>();
        sent.smscIds().forEach(id -> parts.put(parts.size() + 1, id));
        return parts;
    }
}
