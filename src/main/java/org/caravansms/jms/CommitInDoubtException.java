package org.caravansms.jms;

import jakarta.jms.JMSException;

/**
 * A commit was asked for and not confirmed: the messages may be on the queue, or not. What went wrong is suppressed and
 * no cause: routes choose a handler by the innermost cause first, and a JMSException's says that nothing was accepted.
 */
public final class CommitInDoubtException extends JMSException {

    public CommitInDoubtException(Exception why) {
        super("The queue did not confirm the commit");
        if (why != null) {
            addSuppressed(why);
        }
    }
}
