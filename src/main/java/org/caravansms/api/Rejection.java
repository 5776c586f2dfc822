package org.caravansms.api;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;


/** The refusals of a message whose text begins with the parameter that is wrong, as its client calls it. */
final class Rejection {

    private Rejection() {}

    static RejectedMessageException of(Fault fault, Draft draft, Field field, String what) {
        return new RejectedMessageException(fault, draft.nameOf(field) + " " + what + ".");
    }

    static RejectedMessageException recipient(Draft draft, String what) {
        return new RejectedMessageException(
                Fault.INVALID_RECIPIENT, "Invalid recipient. " + draft.nameOf(Field.RECIPIENT) + " " + what + ".");
    }

    static RejectedMessageException missing(Draft draft, Field field) {
        return new RejectedMessageException(Fault.MISSING_PARAMETER, "Missing parameter: " + draft.nameOf(field) + ".");
    }
}
