package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an inbound message and writes its PDUs. */
final class InboundParts {
    private static final int MOST_PARTS = 255;
    /** The bit of esm_class that announces a user data header (SMPP 3.4 issue 1.2, section 5.2.12). */
    private static final int UDHI = 0x40;

    private static final int SAR_MSG_REF_NUM = 0x020C;
    private static final int SAR_TOTAL_SEGMENTS = 0x020E;
    private static final int SAR_SEGMENT_SEQNUM = 0x020F;
    private static final byte[] EMPTY = {};

    private final InboundSms sms;
    private final long number;
    private final List<byte[]> parts;

    /**
     * Numbers the message; its reference is the end of the number.
     *
     * @throws IllegalArgumentException if the alphabet lacks a character or the parts are too many
     */
    InboundParts(InboundSms sms, long number) {
        this.sms = sms;
        this.number = number;
        byte[] octets = sms.alphabet().encode(sms.text());
        boolean whole = sms.longForm() == LongMessageFormat.PAYLOAD || octets.length <= sms.alphabet().whole;
        parts = whole ? List.of(octets) : split(octets);
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a message has at most 255 parts: " + parts.size());
        }
    }

    private List<byte[]> split(byte[] octets) {
        InboundTextAlphabet alphabet = sms.alphabet();
        List<byte[]> split = new ArrayList<>();
        int end;
        for (int start = 0; start < octets.length; start = end) {
            end = alphabet.end(octets, start, alphabet.part(sms.longForm()));
            split.add(Arrays.copyOfRange(octets, start, end));
        }
        return split;
    }

    /**
     * In the order they are sent.
     *
     * @throws IllegalArgumentException if the message's order names a part that it does not have
     */
    List<OutgoingDelivery> deliveries() {
        List<Integer> inOrder = IntStream.rangeClosed(1, parts.size()).boxed().toList();
        List<Integer> order = sms.order().isEmpty() ? inOrder : sms.order();
        if (!inOrder.containsAll(order)) {
            throw new IllegalArgumentException("the message has the parts 1 to " + parts.size() + ": " + order);
        }
        return order.stream().map(this::delivery).toList();
    }

    private OutgoingDelivery delivery(int part) {
        String state = part + "/" + parts.size();
        byte[] body = body(part, parts.get(part - 1)).bytes();
        return new OutgoingDelivery(DeliveryKind.INBOUND, Long.toString(number), state, CommandId.DELIVER_SM, body);
    }

    private PduBody body(int part, byte[] octets) {
        if (sms.longForm() == LongMessageFormat.PAYLOAD) {
            return deliverSm(0, EMPTY).tlv(SubmitSm.MESSAGE_PAYLOAD, octets);
        }
        if (parts.size() == 1) {
            return deliverSm(0, octets);
        }
        int reference = (int) number;
        return switch (sms.longForm()) {
            case UDH8 -> withHeader(new PduBody().octets(5, 0, 3, reference, parts.size(), part), octets);
            case UDH16 ->
                withHeader(new PduBody().octets(6, 8, 4, reference >> 8, reference, parts.size(), part), octets);
            default ->
                deliverSm(0, octets)
                        .tlv(SAR_MSG_REF_NUM, new byte[] {(byte) (reference >> 8), (byte) reference})
                        .tlv(SAR_TOTAL_SEGMENTS, new byte[] {(byte) parts.size()})
                        .tlv(SAR_SEGMENT_SEQNUM, new byte[] {(byte) part});
        };
    }

    private PduBody withHeader(PduBody header, byte[] octets) {
        return deliverSm(UDHI, header.bytes(octets).bytes());
    }

    private PduBody deliverSm(int esmClass, byte[] message) {
        int dataCoding = sms.alphabet().dataCoding;
        return PduBody.deliverSm(sms.source(), sms.destination(), esmClass, dataCoding, message);
    }
}
