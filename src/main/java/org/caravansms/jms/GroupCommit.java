package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One commit for all waiting requests. Of the requests that arrive during a commit, the first to get the session sends
 * them all and commits once: they share one synced disk write, and a lone request waits for no other. All requests of a
 * commit succeed or fail together, so none is half accepted.
 */
final class GroupCommit implements AutoCloseable {

    private final LinkedTransferQueue<Waiting> waiting = new LinkedTransferQueue<>();
    private final ReentrantLock session = new ReentrantLock();
    private final TransactedSender sender;

    GroupCommit(TransactedSender sender) {
        this.sender = sender;
    }

    void send(List<QueuedText> messages) throws JMSException {
        Waiting own = new Waiting(messages);
        waiting.add(own);
        while (!own.settled) {
            if (session.tryLock()) {
                commitIfStillNeeded(own);
                wakeNext();
            } else {
                LockSupport.park(this);
            }
        }
        own.rethrow();
    }

    private void commitIfStillNeeded(Waiting own) {
        try {
            if (!own.settled) {
                commit();
            }
        } finally {
            session.unlock();
        }
    }

    /** The first of the requests that arrived during the commit sends them all. */
    private void wakeNext() {
        Waiting next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private void commit() {
        List<Waiting> requests = new ArrayList<>();
        waiting.drainTo(requests);
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
            if (failure instanceof CommitInDoubtException) {
                throw new CommitInDoubtException(failure);
            } else if (failure != null) {
                throw (JMSException) new JMSException("The queue did not take the messages").initCause(failure);
            }
        }
    }
}
