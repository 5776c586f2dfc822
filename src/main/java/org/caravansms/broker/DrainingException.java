package org.caravansms.broker;

import jakarta.jms.ResourceAllocationException;

/** The gateway is drained: none of the request was accepted. */
public final class DrainingException extends ResourceAllocationException {

    public DrainingException() {
        super("the gateway is being drained");
    }
}
