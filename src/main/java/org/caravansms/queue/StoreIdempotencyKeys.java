package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.message.SmsMessage;

/** Stores copies of accepted messages under the ids of their clients, and takes them off their queue after that. */
public final class StoreIdempotencyKeys {

    private final MessageJson form;
    private final Consumer<Map<String, String>> store;

    /** @param store puts the JSON forms on disk by {@link SmsMessage#clientKey()} */
    public StoreIdempotencyKeys(MessageJson form, Consumer<Map<String, String>> store) {
        this.form = form;
        this.store = store;
    }

    /**
     * At the start: the copies on the queue, which the last run did not store.
     *
     * @param connectionFactory one with an open window: a browser whose window is full may end before the queue does
     */
    public void eachPending(ConnectionFactory connectionFactory, String queue, Consumer<SmsMessage> pending)
            throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session session = connection.createSession();
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            connection.start();
            for (Enumeration<?> copies = browser.getEnumeration(); copies.hasMoreElements(); ) {
                for (String json : Envelope.texts((Message) copies.nextElement())) {
                    read(json).ifPresent(pending);
                }
            }
        }
    }

    private Optional<SmsMessage> read(String json) {
        try {
            return Optional.of(form.read(json));
        } catch (UnreadableMessageException e) {
            return Optional.empty(); // it is reported when it is taken off the queue
        }
    }

    /** One that cannot be read goes to the dead letters of its queue. */
    public void store(@Body List<Exchange> batch) throws JMSException {
        Map<String, String> messages = new HashMap<>();
        for (Exchange copy : batch) {
            for (String json : Envelope.texts(copy.getProperty(JmsBatchEndpoint.RECEIVED, Message.class))) {
                try {
                    messages.putIfAbsent(form.read(json).clientKey(), json);
                } catch (UnreadableMessageException e) {
                    copy.setException(e);
                }
            }
        }
        store.accept(messages);
    }
}
