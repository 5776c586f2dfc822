package org.caravansms.message;

import java.util.Objects;

/**
 * A whole message from a handset on its way to a program of the operator's.
 *
 * @param queue where it is put, empty for the queue of what routes get
 * @param route the route that gets it, empty when it is for a queue
 * @param event that it was received
 */
public record InboundCopy(String queue, String route, Event event) {

    public InboundCopy {
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(event, "event");
    }
}
