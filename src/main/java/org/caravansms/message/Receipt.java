package org.caravansms.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an SMSC says became of one submit_sm: a delivery receipt, SMPP 3.4 appendix B, whatever its shape was.
 *
 * @param smscId the message_id, as the SMSC wrote it; empty when it named none
 * @param textId the one in the text, where the parameter receipted_message_id is another; else empty
 * @param isOfMessage whether it is about all parts of a message: its SMSC sends one receipt for them
 * @param state how the part fares
 * @param error the network's code, as the SMSC wrote it; empty when there is none
 * @param doneAt when it came to that, or null
 * @param source who the receipt is from: the handset, as a rule
 * @param destination who it is for: the sender of the message, as a rule
 * @param bind the number of the session that it came on
 * @param text the receipt's own words without those of the message, for a person who looks for its message
 * @param pdu the first {@value #LONGEST_PDU} octets of the PDU in base64, for that person, too
 */
public record Receipt(
        String smscId,
        String textId,
        boolean isOfMessage,
        DeliveryState state,
        String error,
        Instant doneAt,
        String source,
        String destination,
        int bind,
        String text,
        String pdu)
        implements EventSubject {

    /** A receipt is shorter, unless it is a message of people that only looks like one. */
    public static final int LONGEST_PDU = 1_000;

    public Receipt {
        Objects.requireNonNull(smscId, "smscId");
        Objects.requireNonNull(textId, "textId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(pdu, "pdu");
    }

    /** @return the ids that may be the message's, the likeliest first */
    public List<String> ids() {
        return Stream.of(smscId, textId).filter(id -> !id.isEmpty()).toList();
    }

    /** Leaves the numbers out. */
    @Override
    public String toString() {
        return "Receipt[" + smscId + " " + state + "]";
    }
}
