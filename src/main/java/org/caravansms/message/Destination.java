package org.caravansms.message;

/**
 * Where a message waits to be sent.
 *
 * @param queue the queue's name, null for the usual one, which the route names
 * @param priority 0 to 9, for a message whose client named none; JMS's usual one is 4
 */
public record Destination(String queue, int priority) {

    /** What has neither a rule nor a provider of its own. */
    public static final Destination USUAL = new Destination(null, MessageOptions.USUAL_PRIORITY);
}
