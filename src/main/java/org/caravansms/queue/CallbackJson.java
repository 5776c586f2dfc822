package org.caravansms.queue;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Callback;
import org.caravansms.message.MessageProperties;

/**
 * The form of callbacks on their queues, one for each receiver: a JSON object, version 1, and the property {@code SmsId}
 * of the message that it is about.
 */
public final class CallbackJson {

    private static final ObjectWriter WRITER = QueueJson.MAPPER.writerFor(Callback.class);
    private static final ObjectReader READER = QueueJson.MAPPER.readerFor(Callback.class);

    private final String queue;

    /** @param queue the beginning of the queues' names, before a dot and the lane */
    public CallbackJson(String queue) {
        this.queue = queue;
    }

    /** @return the queue of a lane */
    public String queue(String receiver) {
        return queue + "." + receiver;
    }

    public List<QueuedText> writeAll(@Body List<Callback> callbacks) {
        return callbacks.stream().map(this::write).toList();
    }

    private QueuedText write(Callback callback) {
        return new QueuedText(
                QueueJson.write(WRITER, callback),
                Map.of(MessageProperties.ID, callback.about()),
                JmsDelivery.to(queue(callback.receiver())),
                null);
    }

    /** @throws UnreadableMessageException naming what is missing or wrong */
    public Callback read(@Body String text) {
        return QueueJson.read(READER, QueueJson.parse(text));
    }
}
