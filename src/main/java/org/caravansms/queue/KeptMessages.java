package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.caravansms.message.EventType;

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
    private final ToLongFunction<String> count;

    /**
     * @param connectionFactory one with an open window: a browser whose window is full may end before the queue does
     * @param queue the queue with the messages, one of the other two of {@code queues}
     * @param queues where they may go back to
     * @param count says how many messages are on a queue
     */
    public KeptMessages(
            ConnectionFactory connectionFactory,
            String queue,
            KeptQueues queues,
            MessageForm form,
            ToLongFunction<String> count) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
        this.queues = queues;
        this.read = new ReadKept(form);
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
        boolean inDoubt = queue.equals(queues.doubt());
        return sweep(choice, EventType.RESENT, session -> new SendAgain(session, queues, read, inDoubt));
    }

    /** Removes messages for good. */
    public synchronized KeptOutcome drop(KeptChoice choice) throws JMSException {
        return sweep(choice, EventType.DROPPED, session -> new DropKept());
    }

    private KeptOutcome sweep(KeptChoice choice, EventType type, Settling settling) throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session looking = connection.createSession();
                Session moving = connection.createSession(true, Session.SESSION_TRANSACTED);
                KeptBrowser browser = new KeptBrowser(looking, queue, read, count.applyAsLong(queue))) {
            connection.start();
            KeptSettlement settlement = new ToldSettlement(
                    settling.in(moving), type, new PublishEvents(new SendQueued(moving), queues.events()));
            KeptTransaction transaction =
                    new KeptTransaction(moving, queue, read, settlement, () -> count.applyAsLong(queue));
            return new KeptSweep(browser, transaction, choice).run();
        }
    }

    private interface Settling {
        KeptSettlement in(Session session) throws JMSException;
    }
}
