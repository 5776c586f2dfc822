package org.caravansms.message;

import java.time.Instant;
import java.util.List;

/**
 * A delivery receipt of an SMSC for one submit_sm, SMPP 3.4 appendix B.
 *
 * @param smscId the message_id, as the SMSC wrote it; empty when it named none
 * @param textId the one in the text, where the parameter receipted_message_id is another; else empty
 * @param isOfMessage whether it is the one receipt for all parts of a message
 * @param state the state of the part
 * @param error the network's code, as the SMSC wrote it; empty when there is none
 * @param doneAt since when, or null
 * @param source its source address: the handset, as a rule
 * @param destination its destination address: the sender of the message, as a rule
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
        implements Event.Subject {

    /** Every real receipt is shorter. */
    public static final int LONGEST_PDU = 1_000;

    /** @return the ids that may be the message's, the likeliest first */
    public List<String> ids() {
        if (textId.isEmpty()) {
            return smscId.isEmpty() ? List.of() : List.of(smscId);
        }
        return smscId.isEmpty() ? List.of(textId) : List.of(smscId, textId);
    }

    /** Leaves the numbers out. */
    @Override
    public String toString() {
        return "Receipt[" + smscId + " " + state + "]";
    }
}
