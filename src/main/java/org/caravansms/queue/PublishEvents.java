package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.Map;
import org.caravansms.jms.QueueWriter;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;

/** Writes the events of a transaction one by one: those of a large transaction do not fit into memory. */
public final class PublishEvents {

    private final QueueWriter to;
    private final String destination;
    private final EventWriter writer = new EventWriter(this::send, Map.of());

    /** @param destination a queue, or {@code topic:} and a name; null to publish nothing */
    public PublishEvents(QueueWriter to, String destination) {
        this.to = to;
        this.destination = destination;
    }

    /**
     * @param message the JSON of the message that the event reports in full, or null
     * @throws JMSRuntimeException when the queue fails
     */
    public void add(Event event, String message) {
        add(event, message, true);
    }

    /** @param report whether the client of the message asked for it, or all events are reports */
    void add(Event event, String message, boolean report) {
        if (destination != null && event != null) {
            writer.add(event, message, report);
        }
    }

    /** Writes the remaining events before the commit. */
    public void complete() {
        writer.flush();
    }

    private void send(QueuedText events) {
        try {
            to.write(events, destination);
        } catch (JMSException e) {
            throw (JMSRuntimeException) new JMSRuntimeException(e.getMessage()).initCause(e);
        }
    }
}
