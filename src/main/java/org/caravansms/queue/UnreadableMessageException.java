package org.caravansms.queue;

/** What lies on the queue is no message of ours: it goes to the dead-letter queue with this reason. */
public final class UnreadableMessageException extends RuntimeException {

    public UnreadableMessageException(String fault) {
        super("Unreadable message on the queue: " + fault, null, false, false);
    }
}
