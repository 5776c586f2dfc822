package org.caravansms.queue;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Message;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageProperties;

/** The steps of the route {@code expired}: a message that the broker found to be expired is a dead letter and an event. */
public final class ExpiredMessage {

    private static final String REASON = "expired in the queue";

    /** Artemis's own property: the queue on which the message expired. */
    private static final String ORIGIN = "_AMQ_ORIG_QUEUE";

    private final EventsInFull eventsInFull;

    /** @param eventsInFull whether each event has its whole message, and not only where the client asked for reports */
    public ExpiredMessage(EventsInFull eventsInFull) {
        this.eventsInFull = eventsInFull;
    }

    /** Notes on the message why it is a dead letter. */
    public void mark(Message message) {
        Map<String, Object> headers = message.getHeaders();
        headers.putIfAbsent(MessageProperties.PRIORITY, message.getHeader("JMSPriority"));
        headers.put(MessageProperties.REASON, REASON);
        headers.put(MessageProperties.QUEUE, message.getHeader(ORIGIN));
        headers.put(MessageProperties.SINCE, System.currentTimeMillis());
    }

    /** The event takes the place of its message. */
    public void event(Message message) {
        boolean report = eventsInFull.reported() || message.getHeader(MessageProperties.REPORT) != null;
        String id = message.getHeader(MessageProperties.ID, String.class);
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        String whole = message.getBody(String.class);
        EventWriter writer = new EventWriter(event -> replace(message, event), Map.of());
        writer.add(
                Event.of(EventType.EXPIRED, now, id, "")
                        .from(MessageJson.source(whole))
                        .because(REASON),
                report || eventsInFull.areAll() ? whole : null,
                report);
        writer.flush();
    }

    private static void replace(Message message, QueuedText event) {
        message.setHeaders(new HashMap<>(event.properties()));
        message.setBody(event.body());
    }
}
