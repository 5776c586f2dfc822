package org.caravansms.message;

/**
 * The queue and the priority of a message to be sent.
 *
 * @param queue the queue's name, null for the usual one, which the route names
 * @param priority 0 to 9, for a message whose client named none; JMS's usual one is 4
 */
public record Destination(String queue, int priority) {

    /** For a message without a rule and without a provider. */
    public static final Destination USUAL = new Destination(null, MessageOptions.USUAL_PRIORITY);
}
