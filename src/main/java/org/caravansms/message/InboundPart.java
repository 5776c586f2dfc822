package org.caravansms.message;

import java.time.Instant;
import java.util.Objects;

/**
 * A message that a person sent, or a part of a long one, as one deliver_sm had it.
 *
 * @param id the gateway's name for that deliver_sm: the same one again is the same part again
 * @param source who sent it
 * @param destination the number that it was sent to
 * @param type a message type of the HTTP API: {@code SMS:TEXT}, or {@code SMS:BINARY}, whose text is hexadecimal
 * @param text what it says, as far as this part tells
 * @param sentAt when the SMSC says it was sent, or null
 * @param reference what the parts of one message have in common, -1 when it is whole
 * @param number its place among the parts, from 1 on
 * @param count how many parts the message has
 * @param alphabet what the octets of a part are, empty when the message is whole
 * @param octets those of a part in hexadecimal, without its header: a character may be cut between two parts
 * @param ports the applications that it is from and for
 */
public record InboundPart(
        String id,
        String source,
        String destination,
        String type,
        String text,
        Instant sentAt,
        int reference,
        int number,
        int count,
        String alphabet,
        String octets,
        Ports ports)
        implements EventSubject {

    public InboundPart {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(alphabet, "alphabet");
        Objects.requireNonNull(octets, "octets");
        Objects.requireNonNull(ports, "ports");
    }

    public boolean isWhole() {
        return count == 1;
    }

    /** @return this as its octets only say it */
    public InboundPart withoutText() {
        return new InboundPart(
                id, source, destination, type, "", sentAt, reference, number, count, alphabet, octets, ports);
    }

    /** Leaves the text and the numbers out. */
    @Override
    public String toString() {
        return "InboundPart[" + id + " " + number + "/" + count + "]";
    }
}
