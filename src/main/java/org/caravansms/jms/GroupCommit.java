package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
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

    GroupCommit(TransactedSender sender) {
        this.sender = sender;
    }

    void send(List<QueuedText> messages) throws JMSException {
        Waiting mine = new Waiting(messages);
        waiting.add(mine);
        while (!mine.settled) {
            if (session.tryLock()) {
                commitIfStillNeeded(mine);
                wakeNext();
            } else {
                LockSupport.park(this);
            }
        }
        mine.rethrow();
    }

    private void commitIfStillNeeded(Waiting mine) {
        try {
            if (!mine.settled) {
                commit(takeAll());
            }
        } finally {
            session.unlock();
        }
    }

    /** Whoever came during the commit sleeps; the first of them sends for all. */
    private void wakeNext() {
        Waiting next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private List<Waiting> takeAll() {
        List<Waiting> taken = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }

    private void commit(List<Waiting> requests) {
        Exception failure = new CommitInDoubtException(null);
        try {
            sender.commit(requests.stream().map(request -> request.messages).toList());
            failure = null;
        } catch (JMSException | RuntimeException e) {
            failure = e;
        } finally {
            for (Waiting request : requests) {
                request.settle(failure);
            }
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

    private static final class Waiting {
        private final Thread thread = Thread.currentThread();
        private final List<QueuedText> messages;
        private Exception failure;
        private volatile boolean settled;

        Waiting(List<QueuedText> messages) {
            this.messages = messages;
        }

        void settle(Exception failure) {
            this.failure = failure;
            this.settled = true;
            LockSupport.unpark(thread);
        }

        void rethrow() throws JMSException {
            if (failure != null) {
                throw inDoubt() ? new CommitInDoubtException(failure) : notTaken();
            }
        }

        private boolean inDoubt() {
            return failure instanceof CommitInDoubtException;
        }

        private JMSException notTaken() {
            return (JMSException) new JMSException("The queue did not take the messages").initCause(failure);
        }
    }
}
