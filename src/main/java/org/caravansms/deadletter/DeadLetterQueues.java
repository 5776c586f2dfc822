package org.caravansms.deadletter;

import java.util.Set;

/**
 * The names of the queues between which an operator moves messages.
 *
 * @param outbound the queue of accepted messages; the others of providers begin with its name and a dot
 * @param dead the queue of those that could not be sent
 * @param doubt the queue of those that may have been sent
 * @param events where the events of messages are published
 * @param submit the queue of the requests of other programs
 */
public record DeadLetterQueues(String outbound, String dead, String doubt, String events, String submit) {

    /** @return the former queue of a message if a provider reads it, or else the outbound queue */
    String origin(String queue) {
        boolean read = queue.startsWith(outbound + ".") && !Set.of(dead, doubt).contains(queue);
        return read ? queue : outbound;
    }
}
