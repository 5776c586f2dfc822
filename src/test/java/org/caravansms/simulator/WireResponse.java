package org.caravansms.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A PDU as it came from the simulator. */
record WireResponse(byte[] bytes) {
    int commandId() {
        return ByteBuffer.wrap(bytes).getInt(4);
    }

    int commandStatus() {
        return ByteBuffer.wrap(bytes).getInt(8);
    }

    int sequence() {
        return ByteBuffer.wrap(bytes).getInt(12);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** What is in a deliver_sm. */
    SubmitSm deliverSm() {
        try {
            // the fields of a deliver_sm are those of a submit_sm
            return SubmitSm.parse(Pdu.received(bytes));
        } catch (MalformedPdu e) {
            throw new AssertionError(e);
        }
    }

    /** What a receipt has behind {@code id:}. */
    String receiptId() {
        return text().split(" ")[0].substring("id:".length());
    }

    /** The text of a deliver_sm. */
    String text() {
        return deliverSm().text();
    }

    /** The body, which is one C-octet string, without its NUL. */
    String messageId() {
        return new String(bytes, 16, bytes.length - 17, StandardCharsets.US_ASCII);
    }
}
