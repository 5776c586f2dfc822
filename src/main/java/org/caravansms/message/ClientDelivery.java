package org.caravansms.message;

/**
 * A deliver_sm that waits for a client of the SMPP server.
 *
 * @param user the client
 * @param messageId the message that it is about
 * @param octets the whole PDU, SMPP 3.4 section 4.6.1
 */
public record ClientDelivery(String user, String messageId, byte[] octets) {

    /** Leaves the octets out. */
    @Override
    public String toString() {
        return "ClientDelivery[" + messageId + "]";
    }
}
