package org.caravansms.message;

import java.time.Instant;

/**
 * A deliver_sm or data_sm as an SMSC sent it.
 *
 * @param provider the SMSC connection that it came by
 * @param bind the number of the session that it came on
 * @param at when it came
 * @param octets the whole PDU, its header included, SMPP 3.4 section 3.2
 */
public record SmscPdu(String provider, int bind, Instant at, byte[] octets) {

    /** Leaves the octets out. */
    @Override
    public String toString() {
        return "SmscPdu[" + provider + "-" + bind + " " + octets.length + " octets]";
    }
}
