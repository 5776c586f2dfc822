package org.caravansms.message;

/**
 * A message from a handset on its way to a queue or route of the operator.
 *
 * @param queue its queue, empty for the common queue of all routes
 * @param route the route that receives it, or empty
 * @param event its event {@code received}
 */
public record InboundCopy(String queue, String route, Event event) {}
