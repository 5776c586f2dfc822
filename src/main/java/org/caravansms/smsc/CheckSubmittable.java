package org.caravansms.smsc;

import java.util.function.Function;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;

/**
 * Refuses at the door what could not be submitted later: a sender that is no address, a type that there is not, data
 * that its type cannot carry or that is longer than one part. Says what the message takes.
 */
public final class CheckSubmittable implements Function<SmsMessage, Segments> {

    /** @throws RejectedMessageException naming what cannot be submitted */
    @Override
    public Segments apply(SmsMessage message) {
        requireAddress(message.originator());
        Payload payload = MessageTypes.payload(message);
        requireOnePart(payload);
        return new Segments(1, payload.encoding().label());
    }

    private static void requireAddress(String originator) {
        try {
            Address.ofOriginator(originator);
        } catch (IllegalArgumentException e) {
            throw new RejectedMessageException(
                    Fault.INVALID_ORIGINATOR, "Invalid originator: it is " + e.getMessage() + ".");
        }
    }

    private static void requireOnePart(Payload payload) {
        if (!payload.isOnePart()) {
            throw new RejectedMessageException(
                    Fault.TEXT_TOO_LONG,
                    "messagedata takes " + payload.octets().length + " octets in "
                            + payload.encoding().label() + "; one message holds "
                            + Math.max(0, payload.onePart()) + ".");
        }
    }
}
