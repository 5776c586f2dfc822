package org.caravansms.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.MessageProperties;

/**
 * Several messages in one JMS message: the JSON of each, as {@link MessageJson} has it, in a line of its own, as octets
 * of UTF-8. The property {@code SmsCount} has their number.
 */
final class Envelope {

    private static final String LINE = "\n";

    private Envelope() {}

    /** @param copyTo a queue that gets a copy, or null */
    static QueuedText of(List<QueuedText> messages, JmsDelivery delivery, String copyTo) {
        String lines = messages.stream().map(QueuedText::body).collect(Collectors.joining(LINE));
        Map<String, Object> properties = Map.of(MessageProperties.COUNT, messages.size());
        return new QueuedText(lines, properties, delivery, copyTo, true, null);
    }

    static boolean isEnvelope(Message message) throws JMSException {
        return message.propertyExists(MessageProperties.COUNT);
    }

    /** @return the JSON of each message, one for a message without an envelope */
    static List<String> texts(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes) {
            byte[] octets = new byte[(int) bytes.getBodyLength()];
            bytes.reset();
            bytes.readBytes(octets);
            return lines(octets);
        }
        return Collections.singletonList(message instanceof TextMessage text ? text.getText() : null);
    }

    /** @return the JSON of each message */
    static List<String> lines(byte[] octets) {
        return List.of(new String(octets, StandardCharsets.UTF_8).split(LINE));
    }

    /** Some messages of an envelope in another one, which has its properties. */
    static Message with(List<String> texts, Message envelope, Session session) throws JMSException {
        BytesMessage other = session.createBytesMessage();
        other.writeBytes(String.join(LINE, texts).getBytes(StandardCharsets.UTF_8));
        copyProperties(envelope, other);
        other.setIntProperty(MessageProperties.COUNT, texts.size());
        return other;
    }

    /** A message of an envelope without it, with its properties, id and priority. */
    static Message single(String text, String id, Message envelope, Session session) throws JMSException {
        Message single = session.createTextMessage(text);
        copyProperties(envelope, single);
        single.setStringProperty(MessageProperties.ID, id);
        single.setJMSPriority(envelope.getJMSPriority());
        single.setJMSDeliveryMode(envelope.getJMSDeliveryMode());
        return single;
    }

    private static void copyProperties(Message from, Message to) throws JMSException {
        for (String name : JmsProperties.names(from)) {
            if (!name.startsWith("JMSX") && !name.equals(MessageProperties.COUNT)) {
                to.setObjectProperty(name, from.getObjectProperty(name));
            }
        }
    }
}
