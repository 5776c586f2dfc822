package org.caravansms.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A PDU as it came from the simulator. */
public record WireResponse(byte[] bytes) {
    public int commandId() {
        return ByteBuffer.wrap(bytes).getInt(4);
    }

    public int commandStatus() {
        return ByteBuffer.wrap(bytes).getInt(8);
    }

    public int sequence() {
        return ByteBuffer.wrap(bytes).getInt(12);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** What is in a deliver_sm. */
    public SubmitSm deliverSm() {
        try {
            // the fields of a deliver_sm are those of a submit_sm
            return SubmitSm.parse(Pdu.received(bytes));
        } catch (MalformedPdu e) {
            throw new AssertionError(e);
        }
    }

    /** What a receipt has behind {@code id:}. */
    public String receiptId() {
        return text().split(" ")[0].substring("id:".length());
    }

    /** The text of a deliver_sm. */
    public String text() {
        return deliverSm().text();
    }

    /** The body, which is one C-octet string, without its NUL. */
    public String messageId() {
        return new String(bytes, 16, bytes.length - 17, StandardCharsets.US_ASCII);
    }
}
