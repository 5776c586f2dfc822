package org.caravansms.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.caravansms.message.Event;
import org.caravansms.message.InboundPart;
import org.caravansms.message.SmscPdu;

/**
 * First step of the route {@code inbound}: reads what people sent, each deliver_sm a message or a part of one. The
 * national tables of GSM 7-bit are those that the part's header names, 3GPP TS 23.038 section 6.2.1.2.
 */
public final class ReadInbound {

    private static final int INTERNATIONAL = 1;
    private static final String TEXT = "SMS:TEXT";
    private static final String BINARY = "SMS:BINARY";

    private final Function<String, Alphabet> usual;

    /** @param usual what data_coding 0 is at a provider's SMSC */
    public ReadInbound(Function<String, Alphabet> usual) {
        this.usual = usual;
    }

    /** @return one event for each PDU: what cannot be read is a message of its octets */
    public List<Event> read(List<SmscPdu> pdus) {
        return pdus.stream()
                .map(pdu -> Event.part(pdu.at(), pdu.provider(), part(pdu)))
                .toList();
    }

    private InboundPart part(SmscPdu pdu) {
        DeliverSm deliverSm = DeliverSm.read(pdu.octets());
        Concatenation place = Concatenation.of(deliverSm);
        Alphabet alphabet = Alphabet.of(deliverSm.dataCoding(), usual.apply(pdu.provider()));
        byte[] text = deliverSm.body();
        return new InboundPart(
                id(pdu),
                source(deliverSm),
                deliverSm.destination(),
                deliverSm.isReadable() && alphabet != Alphabet.BINARY ? TEXT : BINARY,
                deliverSm.isReadable()
                        ? Alphabet.decode(nameOf(alphabet, deliverSm), text)
                        : HexFormat.of().formatHex(pdu.octets()),
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

    /** The same PDU, read again after a crash, has the same name. */
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
}
