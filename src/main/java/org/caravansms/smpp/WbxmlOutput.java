package org.caravansms.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Gathers a document's tokens and strings, WAP-192-WBXML section 5.8. */
final class WbxmlOutput {

    private static final int END = 0x01;
    private static final int STRING = 0x03;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    /** @param publicId the document type; its strings are UTF-8, and there is no table of them. Version 1.2. */
    WbxmlOutput(int publicId) {
        octets.writeBytes(new byte[] {0x02, (byte) publicId, 0x6A, 0x00});
    }

    WbxmlOutput token(int token) {
        octets.write(token);
        return this;
    }

    WbxmlOutput string(String value) {
        octets.write(STRING);
        octets.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        octets.write(0);
        return this;
    }

    /** The end of an element, or of an element's attributes. */
    WbxmlOutput end() {
        return token(END);
    }

    byte[] octets() {
        return octets.toByteArray();
    }
}
