package org.caravansms.smsc;

import org.jsmpp.InvalidResponseException;

/** A request may have left the machine, and its session ended before the answer: whether the SMSC took it is in doubt. */
final class UnansweredException extends InvalidResponseException {

    private static final long serialVersionUID = 1;

    private UnansweredException(String message) {
        super(message);
    }

    /** @param reason why there can be no answer any more */
    static UnansweredException endedBy(String reason) {
        return new UnansweredException("no answer, as the session ended: " + reason);
    }
}
