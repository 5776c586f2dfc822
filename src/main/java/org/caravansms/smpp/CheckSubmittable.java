package org.caravansms.smpp;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;

/**
 * Refuses at the door what could not be submitted later: a sender that is no address, a type that there is not, data
 * that its type cannot carry, fields that SMPP does not have, or more parts than are allowed. Says what the message
 * takes at an SMSC of the usual kind; which one gets it is not known yet.
 */
public final class CheckSubmittable implements Function<SmsMessage, Segments> {

    private final SplitMessage split;

    /** @param mostParts the most parts of a message, 1 to 255 */
    public CheckSubmittable(int mostParts) {
        split = new SplitMessage(Profile.STANDARD, UnaryOperator.identity(), mostParts);
    }

    /** @throws RejectedMessageException naming what cannot be submitted */
    @Override
    public Segments apply(SmsMessage message) {
        return split.segments(message);
    }
}
