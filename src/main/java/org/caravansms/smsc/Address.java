package org.caravansms.smsc;

import java.util.Objects;

/**
 * An SMPP address, SMPP 3.4 sections 5.2.5 to 5.2.9.
 *
 * @param ton type of number: 1 international, 0 unknown, 3 network specific, 5 alphanumeric
 * @param npi numbering plan: 1 ISDN (E.164), 0 unknown
 * @param digits the address without a plus
 */
public record Address(byte ton, byte npi, String digits) {

    private static final int SHORT_CODE_DIGITS = 6;
    private static final int ALPHANUMERIC_CHARACTERS = 11;

    public Address {
        Objects.requireNonNull(digits, "digits");
    }

    /** A number: international after {@code +} or {@code 00}, otherwise as the SMSC knows local ones. */
    public static Address ofNumber(String number) {
        if (number.startsWith("+")) {
            return new Address((byte) 1, (byte) 1, number.substring(1));
        }
        return number.startsWith("00")
                ? new Address((byte) 1, (byte) 1, number.substring(2))
                : new Address((byte) 0, (byte) 1, number);
    }

    /**
     * A sender: a number, a short code of up to six digits, or up to 11 GSM characters.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static Address ofOriginator(String originator) {
        if (originator.matches("\\+?[0-9]{1,20}")) {
            return !originator.startsWith("+") && originator.length() <= SHORT_CODE_DIGITS
                    ? new Address((byte) 3, (byte) 0, originator)
                    : ofNumber(originator);
        }
        byte[] octets = Gsm0338.encode(originator);
        if (octets == null || octets.length == 0 || octets.length > ALPHANUMERIC_CHARACTERS) {
            throw new IllegalArgumentException("neither a number nor 1 to 11 GSM characters");
        }
        return new Address((byte) 5, (byte) 0, originator);
    }
}
