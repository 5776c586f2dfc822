package org.caravansms.api;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;



/** The refusals of a message whose text begins with the parameter that is wrong, as its client calls it. */
final class Rejection {

    private Rejection() {}

    static RejectedMessageException of(Fault fault, MessageRequest draft, MessageField field, String what) {
        return new RejectedMessageException(fault, draft.nameOf(field) + " " + what + ".");
    }

    static RejectedMessageException recipient(MessageRequest draft, String what) {
        return new RejectedMessageException(
                Fault.INVALID_RECIPIENT,
                "Invalid recipient. " + draft.nameOf(MessageField.RECIPIENT) + " " + what + ".");
    }

    static RejectedMessageException missing(MessageRequest draft, MessageField field) {
        return new RejectedMessageException(Fault.MISSING_PARAMETER, "Missing parameter: " + draft.nameOf(field) + ".");
    }
}
