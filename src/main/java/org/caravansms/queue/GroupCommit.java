package org.caravansms.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One commit for all who wait for one. Of the requests that arrive while a commit is under way, the first to get the
 * session sends them all and commits once: a synced disk write is shared by as many requests as there are, and a lone
 * request waits for nobody. All of a commit's requests succeed or fail together, so none is ever half accepted.
 */
final class GroupCommit implements AutoCloseable {

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock session = new ReentrantLock();
    private final TransactedSender sender;

    GroupCommit(ConnectionFactory connectionFactory, String queue) {
        this.sender = new TransactedSender(connectionFactory, queue);
    }

    void send(List<QueuedText> messages) throws JMSException {
        Waiting mine = new Waiting(messages);
        waiting.add(mine);
        session.lock();
        try {
            if (!mine.settled) {
                commit(takeAll());
            }
        } finally {
            session.unlock();
        }
        mine.rethrow();
    }

    private List<Waiting> takeAll() {
        List<Waiting> taken = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }

    private void commit(List<Waiting> requests) {
        JMSException failure = null;
        try {
            sender.commit(requests.stream().map(request -> request.messages).toList());
        } catch (JMSException e) {
            failure = e;
        }
        for (Waiting request : requests) {
            request.settle(failure);
        }
    }

    @Override
    public void close() throws JMSException {
        session.lock();
        try {
            sender.close();
        } finally {
            session.unlock();
        }
    }

    /** Read and written only by the holder of the session, then by its own thread. */
    private static final class Waiting {
        private final List<QueuedText> messages;
        private boolean settled;
        private JMSException failure;

        Waiting(List<QueuedText> messages) {
            this.messages = messages;
        }

        void settle(JMSException failure) {
            this.failure = failure;
            this.settled = true;
        }

        void rethrow() throws JMSException {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
