package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One commit for all waiting requests, on a thread of its own. The requests that arrive during a commit are sent
 * together by the next one: they share one synced disk write, and a lone request waits for no other. All requests of a
 * commit succeed or fail together, so none is half accepted.
 *
 * <p>The thread of a commit then completes its requests, one after the other, while another thread commits the next.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private static final Exception ENDED_BY_AN_ERROR = new CommitInDoubtException(null);

    private final LinkedTransferQueue<Waiting> waiting = new LinkedTransferQueue<>();
    private final AtomicBoolean committing = new AtomicBoolean();
    private final TransactedSender sender;
    private final Executor threads;

    GroupCommit(TransactedSender sender, Executor threads) {
        this.sender = sender;
        this.threads = threads;
    }

    /** @param settled called by another thread after the commit: with null, or with the failure */
    void send(List<QueuedText> messages, Consumer<JMSException> settled) {
        waiting.add(new Waiting(messages, settled));
        commitNext();
    }

    private void commitNext() {
        if (!waiting.isEmpty() && committing.compareAndSet(false, true)) {
            threads.execute(this::commitWaiting);
        }
    }

    private void commitWaiting() {
        List<Waiting> requests = new ArrayList<>();
        waiting.drainTo(requests);
        Exception failure = ENDED_BY_AN_ERROR;
        try {
            failure = commit(requests);
        } finally {
            committing.set(false);
            settle(requests, failure);
        }
    }

    private void settle(List<Waiting> requests, Exception failure) {
        try {
            commitNext();
        } finally {
            for (Waiting request : requests) {
                request.settle(failure);
            }
        }
    }

    /** @return null when the messages of all requests are durable */
    private Exception commit(List<Waiting> requests) {
        synchronized (sender) {
            try {
                sender.commit(requests.stream().map(Waiting::messages).toList());
                return null;
            } catch (JMSException | RuntimeException e) {
                return e;
            }
        }
    }

    @Override
    public void close() throws JMSException {
        synchronized (sender) {
            sender.close();
        }
    }

    private record Waiting(List<QueuedText> messages, Consumer<JMSException> settled) {

        void settle(Exception failure) {
            try {
                settled.accept(failure == null ? null : ofRequest(failure));
            } catch (RuntimeException e) {
                // the other requests of the commit go on
                LOG.error("A request could not go on after its commit", e);
            }
        }

        private static JMSException ofRequest(Exception failure) {
            return failure instanceof CommitInDoubtException
                    ? new CommitInDoubtException(failure)
                    : (JMSException) new JMSException("The queue did not take the messages").initCause(failure);
        }
    }
}
