package org.caravansms.broker;

import jakarta.jms.ResourceAllocationException;

/** The disk has no room for new messages: none of the request was accepted. */
public final class DiskFullException extends ResourceAllocationException {

    DiskFullException(String why) {
        super(why);
    }
}
