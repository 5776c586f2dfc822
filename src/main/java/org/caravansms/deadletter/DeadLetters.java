package org.caravansms.deadletter;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.caravansms.jms.QueueWriter;
import org.caravansms.message.EventType;
import org.caravansms.message.LateAnswers;
import org.caravansms.queue.MessageJson;
import org.caravansms.queue.PublishEvents;

/**
 * The messages that were taken out of the flow and wait on a queue for a person: the dead letters, or those in doubt.
 * Looking at them moves nothing. What is moved or dropped is moved or dropped by a transaction, so that a gateway which
 * dies meanwhile has each of them once, there or here. One command at a time changes a queue.
 */
public final class DeadLetters {

    private final ConnectionFactory connectionFactory;
    private final String queue;
    private final DeadLetterQueues queues;
    private final ReadDeadLetter read;
    private final LateAnswers late;
    private final ToLongFunction<String> count;

    /**
     * @param connectionFactory one with an open window: a browser whose window is full may end before the queue does
     * @param queue the queue with the messages, one of the other two of {@code queues}
     * @param queues where they may go back to
     * @param late what SMSCs answered late of messages in doubt
     * @param count says how many messages are on a queue
     */
    public DeadLetters(
            ConnectionFactory connectionFactory,
            String queue,
            DeadLetterQueues queues,
            MessageJson form,
            LateAnswers late,
            ToLongFunction<String> count) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
        this.queues = queues;
        this.read = new ReadDeadLetter(form);
        this.late = late;
        this.count = count;
    }

    /** @return the first of them */
    public DeadLetterList list(int limit) throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session session = connection.createSession();
                DeadLetterBrowser browser = new DeadLetterBrowser(session, queue, read, limit)) {
            connection.start();
            List<DeadLetter> messages = new ArrayList<>();
            for (Optional<DeadLetter> next = browser.next(); next.isPresent(); next = browser.next()) {
                messages.add(next.get());
            }
            return new DeadLetterList(messages, Math.max(messages.size(), count.applyAsLong(queue)));
        }
    }

    /** Puts messages back on the queue that they came from; those whose time is over are refused. */
    public synchronized DeadLetterResult resend(DeadLetterSelection choice) throws JMSException {
        return sweep(choice, choice.keys(), session -> told(sendAgain(session), EventType.RESENT, session));
    }

    /** Puts messages in doubt back that have rested long enough, or that a late answer settles. */
    public synchronized void resume() throws JMSException {
        if (count.applyAsLong(queue) > 0) {
            Instant now = Instant.now();
            sweep(
                    message -> message.isDue(now) || late.settle(message.key(), message.doubts()),
                    Set.of(),
                    this::sendAgain);
        }
    }

    private Resend sendAgain(Session session) throws JMSException {
        return new Resend(session, queues, read, late, queue.equals(queues.doubt()));
    }

    private DeadLetterAction told(DeadLetterAction settlement, EventType type, Session session) {
        return new PublishedSettlement(settlement, type, new PublishEvents(new QueueWriter(session), queues.events()));
    }

    /** Removes messages for good. */
    public synchronized DeadLetterResult drop(DeadLetterSelection choice) throws JMSException {
        return sweep(choice, choice.keys(), session -> told(new DropDeadLetter(), EventType.DROPPED, session));
    }

    private DeadLetterResult sweep(Predicate<DeadLetter> choice, Set<String> named, Settling settling)
            throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session looking = connection.createSession();
                Session moving = connection.createSession(true, Session.SESSION_TRANSACTED);
                DeadLetterBrowser browser = new DeadLetterBrowser(looking, queue, read, count.applyAsLong(queue))) {
            connection.start();
            DeadLetterTransaction transaction =
                    new DeadLetterTransaction(moving, queue, read, settling.in(moving), () -> count.applyAsLong(queue));
            return new DeadLetterSweep(browser, transaction, choice, new DeadLetterTally(named)).run();
        }
    }

    private interface Settling {
        DeadLetterAction in(Session session) throws JMSException;
    }
}
