package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;
import java.util.Set;

/** What becomes of messages that are taken off their queue. */
interface DeadLetterAction {

    /** @return why this one has to stay where it is */
    Optional<String> refusal(DeadLetter message);

    /** Inside the transaction that takes it. */
    void settle(Message message) throws JMSException;

    /** Inside that transaction, when all of its messages are settled. */
    default void complete() throws JMSException {
        // most have nothing to add
    }

    /** After that transaction's commit. */
    void settled(Set<String> keys);
}
