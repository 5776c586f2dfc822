package org.caravansms.smsc;

import java.util.function.Function;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;

/** Refuses at the door what could not be submitted later: a sender that is no address, a text longer than one part. */
public final class CheckSubmittable implements Function<SmsMessage, Segments> {

    /** @throws RejectedMessageException naming what cannot be submitted */
    @Override
    public Segments apply(SmsMessage message) {
        requireAddress(message.originator());
        return new Segments(1, requireOnePart(message.text()).encoding().name());
    }

    private static void requireAddress(String originator) {
        try {
            Address.ofOriginator(originator);
        } catch (IllegalArgumentException e) {
            throw new RejectedMessageException(
                    Fault.INVALID_ORIGINATOR, "Invalid originator: it is " + e.getMessage() + ".");
        }
    }

    private static EncodedText requireOnePart(String text) {
        EncodedText encoded = EncodedText.of(text);
        if (!encoded.isOnePart()) {
            throw new RejectedMessageException(
                    Fault.TEXT_TOO_LONG,
                    "messagedata takes " + encoded.octets().length + " octets in " + encoded.encoding()
                            + "; one message holds " + encoded.encoding().onePart() + ".");
        }
        return encoded;
    }
}
