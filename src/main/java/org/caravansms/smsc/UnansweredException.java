package org.caravansms.smsc;

import org.jsmpp.InvalidResponseException;

/** A request may have left the machine, and its session ended before the answer: whether the SMSC took it is in doubt. */
final class UnansweredException extends InvalidResponseException {

    private static final long serialVersionUID = 1;

    UnansweredException(String message) {
        super(message);
    }
}
