package org.caravansms.smsc;

import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;

/** Refuses at the door what could not be submitted later: a sender that is no address, a text longer than one part. */
public final class CheckSubmittable {

    private static final int FITS_IN_ANY_ALPHABET = 70;

    public SmsMessage check(SmsMessage message) {
        requireAddress(message.originator());
        requireOnePart(message.text());
        return message;
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
        if (text.length() <= FITS_IN_ANY_ALPHABET) {
            return;
        }
        Encoding encoding = Encoding.of(text);
        int octets = encoding.encode(text).length;
        if (octets > encoding.onePart()) {
            throw new RejectedMessageException(
                    Fault.TEXT_TOO_LONG,
                    "messagedata takes " + octets + " octets in " + encoding + "; one message holds "
                            + encoding.onePart() + ".");
        }
    }
}
