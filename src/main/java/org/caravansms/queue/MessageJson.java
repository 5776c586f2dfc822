package org.caravansms.queue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Destination;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;

/**
 * A message on a queue: a JSON object, version 1, and the property {@code SmsId}.
 *
 * <pre>{"v":1,"id":"…","user":"admin","originator":"+44777888","recipient":"06203105366","type":"SMS:TEXT",
 * "text":"Hello World","acceptedAt":"2026-11-22T10:00:00Z"}</pre>
 *
 * The fields {@code provider}, {@code clientId}, {@code validUntil}, {@code sendAt}, {@code reportUrl},
 * {@code priority}, {@code smpp}, an object of numbers under the standard's names, {@code serviceType}, {@code tlv}, an
 * object of texts, and {@code tags}, an object of texts, numbers and booleans, are there only when the client set them;
 * {@code source} is how the message came, {@code rule} the routing rule that fits, {@code copyOf} the id of the message
 * that it is a copy of; {@code traceparent}, the last field, is the context of a traced message. Unknown fields are ignored, so that an older node reads the messages of a newer one.
 */
public final class MessageJson {

    private static final int MANY = 1_000;
    private static final ObjectWriter WRITER = QueueJson.MAPPER.writerFor(QueuedMessage.class);

    /** Without the fields of a submit_sm that only a newer version knows. */
    private static final ObjectReader READER = QueueJson.MAPPER
            .readerFor(QueuedMessage.class)
            .with(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);

    private final String copies;

    /** @param copies the queue for copies of the messages with an id of their client */
    public MessageJson(String copies) {
        this.copies = copies;
    }

    /**
     * All messages of a request. Those of a large one are written one by one as they are sent, to save memory.
     *
     * @param destinations the queue of each of them
     */
    public List<QueuedText> writeAll(List<SmsMessage> messages, List<Destination> destinations) {
        List<QueuedText> written = new AbstractList<>() {
            @Override
            public QueuedText get(int index) {
                return write(messages.get(index), destinations.get(index));
            }

            @Override
            public int size() {
                return messages.size();
            }
        };
        return messages.size() < MANY ? List.copyOf(written) : written;
    }

    /** For the queue that the route names. */
    public QueuedText write(SmsMessage message) {
        return write(message, Destination.USUAL);
    }

    QueuedText write(SmsMessage message, Destination destination) {
        MessageOptions options = message.options();
        return new QueuedText(
                json(message),
                properties(message),
                delivery(options, destination),
                options.hasClientId() ? copies : null,
                false,
                Event.of(EventType.ACCEPTED, message.acceptedAt(), message.id(), "")
                        .from(message.source()));
    }

    private static JmsDelivery delivery(MessageOptions options, Destination destination) {
        if (options == MessageOptions.NONE && destination.equals(Destination.USUAL)) {
            return JmsDelivery.USUAL;
        }
        return new JmsDelivery(
                destination.queue(),
                Objects.requireNonNullElse(options.priority(), destination.priority()),
                options.sendAt(),
                options.validUntil());
    }

    static Map<String, Object> properties(SmsMessage message) {
        MessageOptions options = message.options();
        if (!options.hasClientId() && !message.isReported()) {
            return Map.of(MessageProperties.ID, message.id());
        }
        Map<String, Object> properties = new HashMap<>();
        properties.put(MessageProperties.ID, message.id());
        if (options.hasClientId()) {
            properties.put(MessageProperties.CLIENT_ID, options.clientId());
        }
        if (message.isReported()) {
            properties.put(MessageProperties.REPORT, options.areReported());
        }
        return properties;
    }

    /** @throws UnreadableMessageException naming what is missing or wrong, without the message's text */
    public SmsMessage read(String json) {
        return QueueJson.<QueuedMessage>read(READER, json).message();
    }

    /** @return how the message came, null where the JSON does not say so */
    public static Source source(String json) {
        try {
            return json == null
                    ? null
                    : QueueJson.<QueuedMessage>read(READER, json).source();
        } catch (UnreadableMessageException e) {
            return null;
        }
    }

    /** @return the messages of an envelope */
    public static List<SmsMessage> readAll(byte[] envelope) {
        return Envelope.lines(envelope).stream()
                .map(json -> QueueJson.<QueuedMessage>read(READER, json).message())
                .toList();
    }

    /**
     * Reads a message inside another document.
     *
     * @throws UnreadableMessageException when it is none of this version
     */
    static SmsMessage read(JsonParser from) throws IOException {
        QueuedMessage message = READER.readValue(from);
        if (message.v() != QueueJson.VERSION) {
            throw new UnreadableMessageException("its version is not " + QueueJson.VERSION);
        }
        return message.message();
    }

    static String json(SmsMessage message) {
        return QueueJson.write(WRITER, QueuedMessage.of(message));
    }
}
