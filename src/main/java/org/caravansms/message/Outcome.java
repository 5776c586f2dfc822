package org.caravansms.message;

import java.time.Duration;

/** What one try at submitting a message came to; the queue settles the message by it. */
public sealed interface Outcome {

    /**
     * The SMSC took the message.
     *
     * @param smscId the message_id of its submit_sm_resp
     */
    record Sent(String smscId) implements Outcome {}

    /**
     * Not the message's fault: it goes back to the head of its queue and no attempt is counted.
     *
     * @param inDoubt whether the SMSC may have taken it, so that sending it again may send it twice
     */
    record PutBack(boolean inDoubt) implements Outcome {}

    /**
     * The SMSC asked to try this message again.
     *
     * @param delay how long to wait
     * @param reason why, for people
     */
    record Later(Duration delay, String reason) implements Outcome {}

    /**
     * The message cannot be sent: a visible final state on the dead-letter queue.
     *
     * @param reason why, for people
     */
    record Failed(String reason) implements Outcome {}
}
