package org.caravansms.queue;

import jakarta.jms.JMSException;
import org.caravansms.message.InDoubt;

/** A commit was asked for and not confirmed: the messages may be on the queue, or not. */
public final class CommitInDoubtException extends JMSException implements InDoubt {

    CommitInDoubtException(Exception cause) {
        super("The queue did not confirm the commit");
        initCause(cause);
    }
}
