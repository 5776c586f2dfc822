package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.LogFields;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.SmsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of copies of the messages that their clients cancelled while they waited. A copy is committed together with
 * the event that says so, and stays until its message has left its own queue without being sent.
 */
public final class CancelledMessages {

    private static final Logger LOG = LoggerFactory.getLogger(CancelledMessages.class);
    /** On a copy: when its message was accepted, in milliseconds since 1970. */
    private static final String ACCEPTED = "SmsAccepted";

    private static final String REPLACES = "its client replaced it";
    private static final String REASON = "its client cancelled it";

    /** Of a copy that stayed after a crash. It is alone in its JMS message, as it expires. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final long REACH_MILLIS = 1000;

    private final ConnectionFactory connectionFactory;
    private final MessageJson form;
    private final String queue;
    private final Clock clock;

    /** @param connectionFactory one with an open window: a browser whose window is full may end before the queue does */
    public CancelledMessages(ConnectionFactory connectionFactory, MessageJson form, String queue, Clock clock) {
        this.connectionFactory = connectionFactory;
        this.form = form;
        this.queue = queue;
        this.clock = clock;
    }

    public List<QueuedText> writeAll(@Body List<SmsMessage> messages) {
        Instant now = clock.instant();
        return messages.stream().map(message -> write(message, now)).toList();
    }

    private QueuedText write(SmsMessage message, Instant now) {
        Event dropped = Event.of(EventType.DROPPED, now, message.id(), "").because(REASON);
        return write(message, now, message.isReported() ? dropped.with(message) : dropped.from(message.source()));
    }

    private QueuedText write(SmsMessage message, Instant now, Event event) {
        return new QueuedText(
                MessageJson.json(message),
                properties(message),
                new JmsDelivery(queue, Message.DEFAULT_PRIORITY, null, now.plus(LONGEST)),
                null,
                false,
                event);
    }

    /**
     * @param written the message that comes in place of another one, of the same id
     * @return it, and the copy of the other one
     */
    public List<QueuedText> writeReplaced(
            @Body List<QueuedText> written, @Variable("waiting") List<SmsMessage> replaced) {
        QueuedText message = written.get(0);
        Event accepted = ((Event) message.event()).because(REPLACES);
        return List.of(
                new QueuedText(
                        message.body(), message.properties(), message.delivery(), message.copyTo(), false, accepted),
                write(replaced.get(0), clock.instant(), null));
    }

    private static Map<String, Object> properties(SmsMessage message) {
        Map<String, Object> properties = new HashMap<>(MessageJson.properties(message));
        properties.put(ACCEPTED, message.acceptedAt().toEpochMilli());
        return properties;
    }

    /** At the start, before anything is sent. */
    public void each(Consumer<SmsMessage> cancelled) throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session session = connection.createSession();
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            connection.start();
            for (Enumeration<?> copies = browser.getEnumeration(); copies.hasMoreElements(); ) {
                cancelled.accept(form.read(((Message) copies.nextElement()).getBody(String.class)));
            }
        }
    }

    /** A cancelled message has left its queue. Without its copy it could not be sent either: a fault is not one more. */
    public void remove(SmsMessage message) {
        String selector = "%s = '%s' AND %s = %d"
                .formatted(
                        MessageProperties.ID,
                        message.id(),
                        ACCEPTED,
                        message.acceptedAt().toEpochMilli());
        try (Connection connection = connectionFactory.createConnection();
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue), selector)) {
            connection.start();
            consumer.receive(REACH_MILLIS);
        } catch (JMSException e) {
            LogFields.of(LOG.atWarn(), message)
                    .log("The copy of the cancelled message {} stays on {}: {}", message.id(), queue, e.toString());
        }
    }
}
