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

    /** The body, which is one C-octet string, without its NUL. */
    String messageId() {
        return new String(bytes, 16, bytes.length - 17, StandardCharsets.US_ASCII);
    }
}
