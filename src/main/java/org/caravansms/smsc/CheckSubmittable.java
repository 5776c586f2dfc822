package org.caravansms.smsc;

import java.util.function.Consumer;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;

/** Refuses at the door what could not be submitted later: a sender that is no address, a text longer than one part. */
public final class CheckSubmittable implements Consumer<SmsMessage> {

    /** @throws RejectedMessageException naming what cannot be submitted */
    @Override
    public void accept(SmsMessage message) {
        requireAddress(message.originator());
        requireOnePart(message.text());
    }

    private static void requireAddress(String originator) {
        try {
            Address.ofOriginator(originator);
        } catch (IllegalArgumentException e) {
            throw new RejectedMessageException(
                    Fault.INVALID_ORIGINATOR, "Invalid originator: it is " + e.getMessage() + ".");
        }
    }

    private static void requireOnePart(String text) {
        EncodedText encoded = EncodedText.of(text);
        if (!encoded.isOnePart()) {
            throw new RejectedMessageException(
                    Fault.TEXT_TOO_LONG,
                    "messagedata takes " + encoded.octets().length + " octets in " + encoded.encoding()
                            + "; one message holds " + encoded.encoding().onePart() + ".");
        }
    }
}
