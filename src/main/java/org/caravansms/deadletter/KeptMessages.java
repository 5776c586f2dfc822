package org.caravansms.deadletter;

import org.caravansms.jms.QueueWriter;
import org.caravansms.message.EventType;
import org.caravansms.message.LateAnswers;
import org.caravansms.queue.MessageForm;
import org.caravansms.queue.PublishEvents;
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

/**
 * The messages that were taken out of the flow and wait on a queue for a person: the dead letters, or those in doubt.
 * Looking at them moves nothing. What is moved or dropped is moved or dropped by a transaction, so that a gateway which
 * dies meanwhile has each of them once, there or here. One command at a time changes a queue.
 */
public final class KeptMessages {

    private final ConnectionFactory connectionFactory;
    private final String queue;
    private final KeptQueues queues;
    private final ReadKept read;
    private final LateAnswers late;
    private final ToLongFunction<String> count;

    /**
     * @param connectionFactory one with an open window: a browser whose window is full may end before the queue does
     * @param queue the queue with the messages, one of the other two of {@code queues}
     * @param queues where they may go back to
     * @param late what SMSCs answered late of messages in doubt
     * @param count says how many messages are on a queue
     */
    public KeptMessages(
            ConnectionFactory connectionFactory,
            String queue,
            KeptQueues queues,
            MessageForm form,
            LateAnswers late,
            ToLongFunction<String> count) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
        this.queues = queues;
        this.read = new ReadKept(form);
        this.late = late;
        this.count = count;
    }

    /** @return the first of them */
    public KeptList list(int limit) throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session session = connection.createSession();
                KeptBrowser browser = new KeptBrowser(session, queue, read, limit)) {
            connection.start();
            List<KeptMessage> messages = new ArrayList<>();
            for (Optional<KeptMessage> next = browser.next(); next.isPresent(); next = browser.next()) {
                messages.add(next.get());
            }
            return new KeptList(messages, Math.max(messages.size(), count.applyAsLong(queue)));
        }
    }

    /** Puts messages back on the queue that they came from; those whose time is over are refused. */
    public synchronized KeptOutcome resend(KeptChoice choice) throws JMSException {
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

    private SendAgain sendAgain(Session session) throws JMSException {
        return new SendAgain(session, queues, read, late, queue.equals(queues.doubt()));
    }

    private KeptSettlement told(KeptSettlement settlement, EventType type, Session session) {
        return new ToldSettlement(settlement, type, new PublishEvents(new QueueWriter(session), queues.events()));
    }

    /** Removes messages for good. */
    public synchronized KeptOutcome drop(KeptChoice choice) throws JMSException {
        return sweep(choice, choice.keys(), session -> told(new DropKept(), EventType.DROPPED, session));
    }

    private KeptOutcome sweep(Predicate<KeptMessage> choice, Set<String> named, Settling settling) throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session looking = connection.createSession();
                Session moving = connection.createSession(true, Session.SESSION_TRANSACTED);
                KeptBrowser browser = new KeptBrowser(looking, queue, read, count.applyAsLong(queue))) {
            connection.start();
            KeptTransaction transaction =
                    new KeptTransaction(moving, queue, read, settling.in(moving), () -> count.applyAsLong(queue));
            return new KeptSweep(browser, transaction, choice, new KeptTally(named)).run();
        }
    }

    private interface Settling {
        KeptSettlement in(Session session) throws JMSException;
    }
}
