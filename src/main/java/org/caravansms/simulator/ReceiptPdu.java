package org.caravansms.simulator;

import java.nio.charset.StandardCharsets;

/** Puts a receipt into its PDU, from the handset to the sender of the message. */
record ReceiptPdu(ReceiptShape shape, ReceiptFacts facts, boolean preceding) {
    private static final int RECEIPT = 0x04;
    private static final int NOTIFICATION = 0x20;
    private static final int RECEIPTED_MESSAGE_ID = 0x001E;
    private static final int MESSAGE_STATE = 0x0427;
    private static final byte[] EMPTY = {};

    /** The one that comes before the last one. */
    static OutgoingDelivery preceding(ReceiptShape shape, ReceiptFacts facts) {
        return new ReceiptPdu(shape, facts, true).delivery();
    }

    static OutgoingDelivery last(ReceiptShape shape, ReceiptFacts facts) {
        boolean isNamedSo = shape == ReceiptShape.FAILED && facts.state() == ReceiptState.UNDELIV;
        ReceiptFacts named = isNamedSo ? facts.withState(ReceiptState.FAILED, facts.done()) : facts;
        return new ReceiptPdu(shape, named, false).delivery();
    }

    private OutgoingDelivery delivery() {
        int commandId = shape == ReceiptShape.DATA_SM ? CommandId.DATA_SM : CommandId.DELIVER_SM;
        return new OutgoingDelivery(
                DeliveryKind.RECEIPT, facts.id(), facts.state().name(), commandId, body().bytes());
    }

    private PduBody body() {
        PduAddress from = facts.submitSm().destination();
        PduAddress to = facts.submitSm().source();
        if (shape == ReceiptShape.DATA_SM) {
            return tlvs(PduBody.dataSm(from, to, RECEIPT, 0));
        }
        byte[] text = shape.hasText() ? text() : EMPTY;
        boolean inPayload = shape == ReceiptShape.PAYLOAD;
        PduBody body = PduBody.deliverSm(from, to, esmClass(), 0, inPayload ? EMPTY : text);
        return tlvs(inPayload ? body.tlv(SubmitSm.MESSAGE_PAYLOAD, text) : body);
    }

    private int esmClass() {
        return switch (shape) {
            case NO_BIT -> 0;
            case NOTIFICATION -> preceding ? NOTIFICATION : RECEIPT;
            default -> RECEIPT;
        };
    }

    private byte[] text() {
        return new ReceiptWording(shape, facts).text().getBytes(StandardCharsets.US_ASCII);
    }

    private PduBody tlvs(PduBody body) {
        if (!shape.hasTlvs()) {
            return body;
        }
        byte[] state = {(byte) facts.state().messageState()};
        byte[] id = (facts.id() + '\0').getBytes(StandardCharsets.US_ASCII);
        return body.tlv(RECEIPTED_MESSAGE_ID, id).tlv(MESSAGE_STATE, state);
    }
}
