package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an inbound message and writes its PDUs. */
final class InboundParts {
    private static final int MOST_PARTS = 255;
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
        boolean whole = sms.longForm() == LongMessageFormat.PAYLOAD
                || octets.length <= sms.alphabet().whole();
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
            end = alphabet.end(octets, start, alphabet.part(sms.longForm().more()));
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
        PartHeader header = new PartHeader((int) number, parts.size(), part);
        return switch (sms.longForm()) {
            case UDH8 -> deliverSm(PartHeader.UDHI, header.before(header.udh8(), octets));
            case UDH16 -> deliverSm(PartHeader.UDHI, header.before(header.udh16(), octets));
            default -> header.sar(deliverSm(0, octets));
        };
    }

    private PduBody deliverSm(int esmClass, byte[] message) {
        int dataCoding = sms.alphabet().dataCoding();
        return DeliverSmBody.deliverSm(sms.source(), sms.destination(), esmClass, dataCoding, message);
    }
}
