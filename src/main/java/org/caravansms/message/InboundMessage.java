package org.caravansms.message;

import java.time.Instant;
import java.util.Objects;

/**
 * A whole message that a person sent.
 *
 * @param id the gateway's name for it
 * @param user whose inbox it is in
 * @param provider the SMSC connection that it came by
 * @param source who sent it
 * @param destination the number that it was sent to
 * @param type {@code SMS:TEXT}, or {@code SMS:BINARY}, whose text is hexadecimal
 * @param text what it says
 * @param sentAt when the SMSC says it was sent, or null
 * @param receivedAt when its last part was here
 * @param ports the applications that it is from and for
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
        implements EventSubject {

    public InboundMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(ports, "ports");
    }

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
