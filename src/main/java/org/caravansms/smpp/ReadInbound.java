package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.caravansms.message.Event;
import org.caravansms.message.InboundPart;
import org.caravansms.message.SmscPdu;

/**
 * Reads the deliver_sm from handsets for {@link ReadDeliverSm}, each a message or a part of one. The part's header names
 * the national tables of GSM 7-bit, 3GPP TS 23.038 section 6.2.1.2.
 *
 * @param usual the alphabet of data_coding 0 at a provider's SMSC
 */
public record ReadInbound(Function<String, Alphabet> usual) {

    private static final int INTERNATIONAL = 1;
    private static final String TEXT = "SMS:TEXT";
    private static final String BINARY = "SMS:BINARY";

    Event read(SmscPdu pdu, DeliverSm deliverSm) {
        return Event.part(pdu.at(), pdu.provider(), part(pdu, deliverSm));
    }

    private InboundPart part(SmscPdu pdu, DeliverSm deliverSm) {
        Concatenation place = Concatenation.of(deliverSm);
        Alphabet alphabet = Alphabet.of(deliverSm.dataCoding(), usual.apply(pdu.provider()));
        byte[] text = deliverSm.body();
        return new InboundPart(
                id(pdu),
                source(deliverSm),
                deliverSm.destination(),
                alphabet == Alphabet.BINARY ? BINARY : TEXT,
                Alphabet.decode(nameOf(alphabet, deliverSm), text),
                null,
                place.reference(),
                place.number(),
                place.count(),
                place.count() == 1 ? "" : nameOf(alphabet, deliverSm),
                place.count() == 1 ? "" : HexFormat.of().formatHex(text),
                deliverSm.ports());
    }

    /** @return a name for {@link Alphabet#decode(String, byte[])} */
    private static String nameOf(Alphabet alphabet, DeliverSm deliverSm) {
        GsmAlphabet gsm = GsmAlphabet.of(deliverSm.header());
        return alphabet == Alphabet.GSM7 && gsm.isNational() ? Alphabet.national(gsm) : alphabet.name();
    }

    private static String source(DeliverSm deliverSm) {
        boolean bare = deliverSm.sourceTon() == INTERNATIONAL
                && !deliverSm.source().isEmpty()
                && !deliverSm.source().startsWith("+");
        return bare ? "+" + deliverSm.source() : deliverSm.source();
    }

    /** A PDU that an earlier version left, and that is read again after a crash, has the same name. */
    private static String id(SmscPdu pdu) {
        byte[] octets = pdu.octets();
        byte[] from = (pdu.provider() + "-" + pdu.bind()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(from.length + octets.length + 12)
                        .put(from)
                        .putLong(pdu.at().getEpochSecond())
                        .putInt(pdu.at().getNano())
                        .put(octets)
                        .array())
                .toString();
    }

    /**
     * The place of a part in its message.
     *
     * @param reference the common reference of the parts, -1 for a whole message
     * @param number its place, from 1 on
     * @param count how many there are
     */
    private record Concatenation(int reference, int number, int count) {

        private static final Concatenation WHOLE = new Concatenation(-1, 1, 1);

        /**
         * By its user data header, 3GPP TS 23.040 section 9.2.3.24, or by its parameters, SMPP 3.4 section 5.3.2.22 and
         * on.
         */
        static Concatenation of(DeliverSm deliverSm) {
            Concatenation byHeader = ofHeader(deliverSm.header());
            return byHeader == WHOLE ? ofParameters(deliverSm) : byHeader;
        }

        private static Concatenation ofHeader(byte[] header) {
            byte[] narrow = UserDataHeader.element(header, UserDataHeader.CONCATENATED, 3);
            byte[] wide = UserDataHeader.element(header, UserDataHeader.CONCATENATED_16_BIT, 4);
            if (narrow != null) {
                return of(narrow[0] & 0xFF, narrow[2] & 0xFF, narrow[1] & 0xFF);
            }
            return wide == null ? WHOLE : of((wide[0] & 0xFF) << 8 | wide[1] & 0xFF, wide[3] & 0xFF, wide[2] & 0xFF);
        }

        private static Concatenation ofParameters(DeliverSm deliverSm) {
            return of(
                    deliverSm.number(Tag.SAR_MSG_REF_NUM),
                    deliverSm.number(Tag.SAR_SEGMENT_SEQNUM),
                    deliverSm.number(Tag.SAR_TOTAL_SEGMENTS));
        }

        /** A part with contradicting numbers is a whole message. */
        private static Concatenation of(int reference, int number, int count) {
            return reference >= 0 && number >= 1 && number <= count && count > 1
                    ? new Concatenation(reference, number, count)
                    : WHOLE;
        }
    }
}
