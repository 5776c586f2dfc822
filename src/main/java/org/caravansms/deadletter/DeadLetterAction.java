package org.caravansms.deadletter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Optional;
import java.util.Set;

/** A command for messages that are taken off their queue. One that only removes them has nothing to settle. */
@FunctionalInterface
interface DeadLetterAction {

    /** @return why this message has to stay on its queue */
    default Optional<String> refusal(DeadLetter message) {
        return Optional.empty();
    }

    /** Inside the transaction that takes the message. */
    default void settle(Message message) throws JMSException {}

    /** Inside that transaction, when all of its messages are settled. */
    default void complete() throws JMSException {}

    /** After that transaction's commit. */
    void settled(Set<String> keys);
}
