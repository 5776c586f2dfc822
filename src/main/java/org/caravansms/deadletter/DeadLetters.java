package org.caravansms.deadletter;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.camel.util.function.ThrowingFunction;
import org.caravansms.jms.QueueWriter;
import org.caravansms.message.EventType;
import org.caravansms.message.LateAnswers;
import org.caravansms.queue.MessageJson;
import org.caravansms.queue.PublishEvents;

/**
 * The messages that were taken out of the flow and wait on a queue for a person: the dead letters, those in doubt, or the
 * requests of other programs that were refused. A list moves nothing. A transaction moves or drops messages, so that
 * after a kill each of them is on exactly one queue, or dropped. One command at a time changes a queue.
 */
public final class DeadLetters {

    private final ConnectionFactory connectionFactory;
    private final String queue;
    private final DeadLetterQueues queues;
    private final ReadDeadLetter read;
    private final LateAnswers late;
    private final ToLongFunction<String> count;
    private final Duration keep;

    /**
     * @param connectionFactory one with an open window: a browser whose window is full may end before the queue does
     * @param queue the queue with the messages: one of {@code queues}, or the dead letters of {@code sms.submit}
     * @param queues where they may go back to
     * @param late the late answers of SMSCs to messages in doubt
     * @param count says how many messages are on a queue
     */
    public DeadLetters(
            ConnectionFactory connectionFactory,
            String queue,
            DeadLetterQueues queues,
            MessageJson form,
            LateAnswers late,
            ToLongFunction<String> count) {
        this(connectionFactory, queue, queues, new ReadDeadLetter(form, ""), late, count, null);
    }

    private DeadLetters(
            ConnectionFactory connectionFactory,
            String queue,
            DeadLetterQueues queues,
            ReadDeadLetter read,
            LateAnswers late,
            ToLongFunction<String> count,
            Duration keep) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
        this.queues = queues;
        this.read = read;
        this.late = late;
        this.count = count;
        this.keep = keep;
    }

    /**
     * @param queue the queue of what no SMPP client took
     * @param due the prefix of the clients' queues, before a dot and the user
     * @param keep how long one that is delivered again waits for its client
     */
    public static DeadLetters ofClients(
            ConnectionFactory connectionFactory,
            String queue,
            String due,
            Duration keep,
            MessageJson form,
            ToLongFunction<String> count) {
        return new DeadLetters(
                connectionFactory,
                queue,
                new DeadLetterQueues("", queue, "", null, ""),
                new ReadDeadLetter(form, due),
                new LateAnswers(),
                count,
                keep);
    }

    /** @return the first of those that fit */
    public List<DeadLetter> list(int limit, DeadLetterFilter filter) throws JMSException {
        List<DeadLetter> messages = new ArrayList<>();
        each(filter, message -> messages.add(message) && messages.size() < limit);
        return messages;
    }

    /** @return how many fit; all of them are looked at */
    public long count(DeadLetterFilter filter) throws JMSException {
        AtomicLong count = new AtomicLong();
        each(filter, message -> count.incrementAndGet() > 0);
        return count.get();
    }

    /** @param next whether there is a use for one more */
    private void each(DeadLetterFilter filter, Predicate<DeadLetter> next) throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session session = connection.createSession();
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            connection.start();
            Enumeration<?> all = browser.getEnumeration();
            boolean wanted = true;
            while (wanted && all.hasMoreElements()) {
                DeadLetter message = read.read((Message) all.nextElement());
                wanted = !filter.test(message) || next.test(message);
            }
        }
    }

    public long count() {
        return count.applyAsLong(queue);
    }

    /** Puts messages back on their former queue; expired ones are refused. */
    public synchronized DeadLetterResult resend(DeadLetterSelection choice) throws JMSException {
        return sweep(
                choice,
                choice.keys(),
                choice.dryRun(),
                session -> keep == null
                        ? resend(session, queues.events())
                        : new RedeliverToClient(session, read.due(), keep));
    }

    /** Puts back the messages in doubt whose wait is over, and those that a late answer settles. */
    public synchronized void resume() throws JMSException {
        if (count() > 0) {
            Instant now = Instant.now();
            sweep(
                    message -> message.isDue(now) || late.settle(message.key(), message.doubts()),
                    Set.of(),
                    false,
                    session -> resend(session, null));
        }
    }

    private DeadLetterAction resend(Session session, String events) throws JMSException {
        PublishEvents published = new PublishEvents(new QueueWriter(session), events);
        if (!Set.of(queues.dead(), queues.doubt()).contains(queue)) {
            return new ResendRequest(session, queues.submit(), published);
        }
        return new Resend(session, queues, read, late, queue.equals(queues.doubt()), published);
    }

    /** Removes messages for good. */
    public synchronized DeadLetterResult drop(DeadLetterSelection choice) throws JMSException {
        return sweep(
                choice,
                choice.keys(),
                choice.dryRun(),
                session -> new DeadLetterAction(
                        EventType.DROPPED, new PublishEvents(new QueueWriter(session), queues.events())));
    }

    private DeadLetterResult sweep(
            Predicate<DeadLetter> choice,
            Set<String> named,
            boolean dryRun,
            ThrowingFunction<Session, DeadLetterAction, JMSException> action)
            throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session looking = connection.createSession();
                Session moving = connection.createSession(true, Session.SESSION_TRANSACTED);
                QueueBrowser browser = looking.createBrowser(looking.createQueue(queue))) {
            connection.start();
            DeadLetterTransaction transaction =
                    new DeadLetterTransaction(moving, queue, read, action.apply(moving), this::count);
            return new DeadLetterSweep(transaction, read, choice, named, dryRun).run(browser, count());
        }
    }
}
