package org.caravansms.simulator;

import java.util.Arrays;
import java.util.List;

/**
 * A message that a person sends to an ESME, for {@link Simulator#deliver(InboundSms)}. Immutable: begin with
 * {@link #text}, each wither returns a changed copy.
 *
 * @param systemId the ESME; null for the one that was bound last as a receiver or transceiver
 * @param source who sends it
 * @param destination the number it is sent to
 * @param text what it says, or its octets as hexadecimal digits
 * @param alphabet how it is written
 * @param longForm how it is split where it does not fit into one PDU
 * @param order the numbers of the parts, from 1 on, in the order they are sent, repeated or left out at will; empty for
 *     all from the first to the last
 */
public record InboundSms(
        String systemId,
        PduAddress source,
        PduAddress destination,
        String text,
        InboundTextAlphabet alphabet,
        LongMessageFormat longForm,
        List<Integer> order) {

    /** A text in the GSM default alphabet, or in UCS-2 where it has other characters. */
    public static InboundSms text(String from, String to, String text) {
        return new InboundSms(
                null,
                PduAddress.of(from),
                PduAddress.of(to),
                text,
                InboundTextAlphabet.of(text),
                LongMessageFormat.UDH8,
                List.of());
    }

    /** This message for one ESME. */
    public InboundSms withSystemId(String systemId) {
        return new InboundSms(systemId, source, destination, text, alphabet, longForm, order);
    }

    public InboundSms withAlphabet(InboundTextAlphabet alphabet) {
        return new InboundSms(systemId, source, destination, text, alphabet, longForm, order);
    }

    /** This message with another text in the same alphabet. */
    public InboundSms withText(String text) {
        return new InboundSms(systemId, source, destination, text, alphabet, longForm, order);
    }

    public InboundSms withLongForm(LongMessageFormat longForm) {
        return new InboundSms(systemId, source, destination, text, alphabet, longForm, order);
    }

    /** This message with its parts in this order, from 1 on; they may be repeated or left out. */
    public InboundSms withOrder(Integer... parts) {
        return new InboundSms(systemId, source, destination, text, alphabet, longForm, Arrays.asList(parts));
    }

    /** Leaves the text and the numbers out. */
    @Override
    public String toString() {
        return "InboundSms[" + alphabet + " " + longForm + "]";
    }
}
