package org.caravansms.dispatch;

/** The client of a message has cancelled it while it waited. */
final class CancelledException extends RuntimeException {

    CancelledException() {
        super("its client cancelled it", null, false, false);
    }
}
