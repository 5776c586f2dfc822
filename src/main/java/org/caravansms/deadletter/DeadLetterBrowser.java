package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.Enumeration;
import java.util.Optional;

/** Looks through a queue from its head, and takes nothing off it. */
final class DeadLetterBrowser implements AutoCloseable {

    private final QueueBrowser browser;
    private final Enumeration<?> messages;
    private final ReadDeadLetter read;
    private long rest;

    /** @param most how many messages it shows: those that come back while it looks are not for it */
    DeadLetterBrowser(Session session, String queue, ReadDeadLetter read, long most) throws JMSException {
        this.browser = session.createBrowser(session.createQueue(queue));
        this.messages = browser.getEnumeration();
        this.read = read;
        this.rest = most;
    }

    Optional<DeadLetter> next() throws JMSException {
        if (rest <= 0 || !messages.hasMoreElements()) {
            return Optional.empty();
        }
        rest--;
        return Optional.of(read.read((Message) messages.nextElement()));
    }

    @Override
    public void close() throws JMSException {
        browser.close();
    }
}
