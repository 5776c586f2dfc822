package org.caravansms.queue;

import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.InboundCopy;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.MessageProperties;

/**
 * Messages from handsets on the queues of inbound rules and routes: in the form of events, {@link EventJson}, each JMS
 * message with one event {@code received}, and the properties {@code SmsId} and, for a route, {@code SmsRoute}.
 */
public final class InboundCopyJson {

    private final EventJson events;

    public InboundCopyJson(EventJson events) {
        this.events = events;
    }

    public List<QueuedText> writeAll(@Body List<InboundCopy> copies) {
        return copies.stream().map(this::write).toList();
    }

    private QueuedText write(InboundCopy copy) {
        QueuedText written = events.writeAll(List.of(copy.event())).get(0);
        return new QueuedText(written.body(), properties(copy), delivery(copy), null);
    }

    private static Map<String, Object> properties(InboundCopy copy) {
        String id = copy.event().messageId();
        return copy.route().isEmpty()
                ? Map.of(MessageProperties.ID, id)
                : Map.of(MessageProperties.ID, id, MessageProperties.ROUTE, copy.route());
    }

    private static JmsDelivery delivery(InboundCopy copy) {
        return copy.queue().isEmpty() ? JmsDelivery.USUAL : JmsDelivery.to(copy.queue());
    }

    /** @throws UnreadableMessageException when it is not one message that was received */
    public InboundMessage read(@Body String text) {
        List<Event> read = events.read(text);
        if (read.size() == 1 && read.get(0).subject() instanceof InboundMessage message) {
            return message;
        }
        throw new UnreadableMessageException("it is not one message that was received");
    }
}
