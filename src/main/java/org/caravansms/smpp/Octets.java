package org.caravansms.smpp;

import java.util.Arrays;
import java.util.HexFormat;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;

/** Octets as clients write them, two hexadecimal digits each. */
final class Octets {

    private Octets() {}

    /**
     * @param name what a refusal calls the digits
     * @throws RejectedMessageException when they are something else
     */
    static byte[] ofHex(String name, String digits) {
        try {
            return HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new RejectedMessageException(
                    Fault.INVALID_MESSAGE_DATA, name + " is not hexadecimal: two digits an octet, no blanks.");
        }
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
