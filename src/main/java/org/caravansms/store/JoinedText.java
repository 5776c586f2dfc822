package org.caravansms.store;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.function.BiFunction;
import org.caravansms.message.InboundPart;

/**
 * The text of a message of parts: octets are joined before they are decoded, since a character may be split between two
 * parts.
 */
final class JoinedText {

    private static final String MISSING = "[…]";

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final BiFunction<String, byte[], String> decode;
    private final boolean isBinary;
    private String alphabet = "";

    /**
     * @param decode reads octets by the name of their alphabet
     * @param isBinary whether the text is hexadecimal
     */
    JoinedText(BiFunction<String, byte[], String> decode, boolean isBinary) {
        this.decode = decode;
        this.isBinary = isBinary;
    }

    /** @param part the next one, null where it is missing; a part that an older version stored has only its text */
    void add(InboundPart part) {
        String next = part == null ? "" : part.alphabet();
        if (!next.equals(alphabet)) {
            read();
            alphabet = next;
        }
        if (part == null) {
            text.append(isBinary ? "" : MISSING);
        } else if (part.alphabet().isEmpty()) {
            text.append(part.text());
        } else {
            octets.writeBytes(HexFormat.of().parseHex(part.octets()));
        }
    }

    private void read() {
        byte[] some = octets.toByteArray();
        if (some.length > 0) {
            text.append(isBinary ? HexFormat.of().formatHex(some) : decode.apply(alphabet, some));
        }
        octets.reset();
    }

    String end() {
        read();
        return text.toString();
    }
}
