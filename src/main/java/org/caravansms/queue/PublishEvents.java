package org.caravansms.queue;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caravansms.message.Event;

/** The events of a transaction: gathered while it is under way, written before it is committed. */
final class PublishEvents {

    private final SendQueued send;
    private final String destination;
    private final List<QueuedText> full = new ArrayList<>();
    private final EventWriter writer = new EventWriter(full::add, Map.of());

    /** @param destination where they go, null when nobody wants them */
    PublishEvents(SendQueued send, String destination) {
        this.send = send;
        this.destination = destination;
    }

    /** @param message the form on the queue of the message that the event tells of in full, or null */
    void add(Event event, String message) {
        if (destination != null && event != null) {
            writer.add(event, message);
        }
    }

    /** Into the transaction, which is about to be committed. */
    void send() throws JMSException {
        writer.flush();
        for (QueuedText events : full) {
            send.send(events, destination);
        }
        full.clear();
    }
}
