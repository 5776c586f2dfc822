package org.caravansms.message;

import java.time.Instant;
import java.util.Objects;

/**
 * What an SMSC says became of one submit_sm: a delivery receipt, SMPP 3.4 appendix B, whatever its shape was.
 *
 * @param smscId the message_id, as the SMSC wrote it; empty when it named none
 * @param state how the part fares
 * @param error the network's code, as the SMSC wrote it; empty when there is none
 * @param doneAt when it came to that, or null
 * @param source who the receipt is from: the handset, as a rule
 * @param destination who it is for: the sender of the message, as a rule
 * @param bind the number of the session that it came on
 * @param text the receipt's own words without those of the message, for a person who looks for its message
 */
public record Receipt(
        String smscId,
        DeliveryState state,
        String error,
        Instant doneAt,
        String source,
        String destination,
        int bind,
        String text)
        implements Subject {

    public Receipt {
        Objects.requireNonNull(smscId, "smscId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(text, "text");
    }

    /** Leaves the numbers out. */
    @Override
    public String toString() {
        return "Receipt[" + smscId + " " + state + "]";
    }
}
