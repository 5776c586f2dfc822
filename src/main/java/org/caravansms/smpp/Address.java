package org.caravansms.smpp;

import java.util.regex.Pattern;

/**
 * An SMPP address, SMPP 3.4 sections 5.2.5 to 5.2.9.
 *
 * @param ton type of number: 1 international, 0 unknown, 3 network specific, 5 alphanumeric
 * @param npi numbering plan: 1 ISDN (E.164), 0 unknown
 * @param digits the address without a plus
 */
public record Address(byte ton, byte npi, String digits) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,20}");
    private static final int SHORT_CODE_DIGITS = 6;
    private static final int ALPHANUMERIC_CHARACTERS = 11;

    /** A number: international after {@code +} or {@code 00}, otherwise local. */
    public static Address ofNumber(String number, Profile profile) {
        if (number.startsWith("+")) {
            return of(profile.international(), number.substring(1));
        }
        return number.startsWith("00") ? of(profile.international(), number.substring(2)) : of(profile.local(), number);
    }

    /**
     * A sender: a number, a short code of up to six digits, or up to 11 characters of both GSM and ASCII. An address is a
     * C-octet string, SMPP 3.4 section 3.1; SMSCs disagree about other characters.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static Address ofOriginator(String originator, Profile profile) {
        if (NUMBER.matcher(originator).matches()) {
            return !originator.startsWith("+") && originator.length() <= SHORT_CODE_DIGITS
                    ? of(profile.shortCode(), originator)
                    : ofNumber(originator, profile);
        }
        byte[] octets = Alphabet.GSM7.encode(originator);
        boolean right = octets != null && octets.length > 0 && octets.length <= ALPHANUMERIC_CHARACTERS;
        if (!right || !isAscii(originator)) {
            throw new IllegalArgumentException("neither a number nor 1 to 11 GSM characters without accents");
        }
        return of(profile.alphanumeric(), originator);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Address of(TonNpi kind, String digits) {
        return new Address(kind.ton(), kind.npi(), digits);
    }
}
