package org.caravansms.jms;

import jakarta.jms.JMSException;

/**
 * A commit was not confirmed: the messages may be on the queue or not. The failure is a suppressed exception and not
 * the cause: routes choose a handler by the innermost cause, and that of a JMSException answers that nothing was
 * accepted.
 */
public final class CommitInDoubtException extends JMSException {

    public CommitInDoubtException(Exception failure) {
        super("The queue did not confirm the commit");
        if (failure != null) {
            addSuppressed(failure);
        }
    }
}
