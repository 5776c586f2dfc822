package org.caravansms.message;

import java.time.Instant;

/**
 * A part of a long message that a client of the SMPP server submitted, which waits for the others.
 *
 * @param user the client
 * @param messageId the message_id of its answer
 * @param at when it came
 * @param octets the whole submit_sm or data_sm, SMPP 3.4 sections 4.4.1 and 4.7.1
 */
public record ClientPart(String user, String messageId, Instant at, byte[] octets) {

    /** Leaves the octets out. */
    @Override
    public String toString() {
        return "ClientPart[" + messageId + "]";
    }
}
