package org.caravansms.broker.access;

import org.apache.activemq.artemis.api.core.ActiveMQException;

/** A message that a client may not send. The client gets the reason in the form of its protocol. */
final class RefusedMessageException extends ActiveMQException {

    private static final long serialVersionUID = 1;

    /** @param reason what is wrong, and what to do */
    RefusedMessageException(String reason) {
        super("The message is refused: " + reason);
    }
}
