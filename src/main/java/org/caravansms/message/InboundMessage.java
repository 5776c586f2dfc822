package org.caravansms.message;

import java.time.Instant;

/**
 * A whole message from a handset.
 *
 * @param id the gateway's name for it
 * @param user whose inbox it is in
 * @param provider the SMSC connection that it came by
 * @param source the sender
 * @param destination the number that it was sent to
 * @param type {@code SMS:TEXT}, or {@code SMS:BINARY}, whose text is hexadecimal
 * @param text the text
 * @param sentAt when the SMSC says it was sent, or null
 * @param receivedAt when its last part came
 * @param ports the applications on both phones
 */
public record InboundMessage(
        String id,
        String user,
        String provider,
        String source,
        String destination,
        String type,
        String text,
        Instant sentAt,
        Instant receivedAt,
        Ports ports)
        implements Event.Subject {

    /** @return this in another inbox */
    public InboundMessage of(String owner) {
        return new InboundMessage(id, owner, provider, source, destination, type, text, sentAt, receivedAt, ports);
    }

    /** Leaves the text and the numbers out. */
    @Override
    public String toString() {
        return "InboundMessage[" + id + "]";
    }
}
