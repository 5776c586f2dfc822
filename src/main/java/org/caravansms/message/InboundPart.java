package org.caravansms.message;

import java.time.Instant;

/**
 * A message from a handset, or a part of a long one, as in one deliver_sm.
 *
 * @param id the gateway's name for the deliver_sm: a repeated one has the same
 * @param source the sender
 * @param destination the number that it was sent to
 * @param type a message type of the HTTP API: {@code SMS:TEXT}, or {@code SMS:BINARY}, whose text is hexadecimal
 * @param text the text of this part
 * @param sentAt when the SMSC says it was sent, or null
 * @param reference the common reference of the parts of a message, -1 for a whole message
 * @param number its place among the parts, from 1 on
 * @param count how many parts the message has
 * @param alphabet the alphabet of the octets, empty for a whole message
 * @param octets the part in hexadecimal, without its header: a character may be split between two parts
 * @param ports the applications on both phones
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
        implements Event.Subject {

    public boolean isWhole() {
        return count == 1;
    }

    /** @return this with its octets only */
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
