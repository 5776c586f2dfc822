package org.caravansms.broker;

import jakarta.jms.ResourceAllocationException;

/** There is no room on the disk for anything new: nothing of it was accepted. */
public final class DiskFullException extends ResourceAllocationException {

    DiskFullException(String why) {
        super(why);
    }
}
