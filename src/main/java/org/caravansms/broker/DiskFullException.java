package org.caravansms.broker;

import jakarta.jms.ResourceAllocationException;

/** There is no room on the disk for anything new: nothing of it was accepted. */
public final class DiskFullException extends ResourceAllocationException {

    public DiskFullException(String why) {
        super(why);
    }
}
