package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.Consumer;
import org.caravansms.message.SmsMessage;

/** At the start: the copies of accepted messages that the last run did not store. */
public final class PendingIdempotencyKeys {

    private final ConnectionFactory connectionFactory;
    private final String queue;
    private final MessageJson form;

    /**
     * @param connectionFactory one with an open window: a browser whose window is full may end before the queue does
     */
    public PendingIdempotencyKeys(ConnectionFactory connectionFactory, String queue, MessageJson form) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
        this.form = form;
    }

    public void each(Consumer<SmsMessage> pending) throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session session = connection.createSession();
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            connection.start();
            Enumeration<?> copies = browser.getEnumeration();
            while (copies.hasMoreElements()) {
                if (copies.nextElement() instanceof TextMessage copy) {
                    read(copy.getText()).ifPresent(pending);
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
}
