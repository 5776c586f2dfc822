package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.Map;
import org.caravansms.jms.QueueWriter;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;

/** The events of a transaction, written into it while it is under way: those of a large one do not fit into the memory. */
public final class PublishEvents {

    private final QueueWriter to;
    private final String destination;
    private final EventWriter writer = new EventWriter(this::send, Map.of());

    /** @param destination where they go, null when nobody wants them */
    public PublishEvents(QueueWriter to, String destination) {
        this.to = to;
        this.destination = destination;
    }

    /**
     * @param message the form on the queue of the message that the event tells of in full, or null
     * @throws JMSRuntimeException when the queue fails
     */
    public void add(Event event, String message) {
        if (destination != null && event != null) {
            writer.add(event, message);
        }
    }

    /** The rest of them: the transaction is about to be committed. */
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
