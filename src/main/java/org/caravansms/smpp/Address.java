package org.caravansms.smpp;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;

/**
 * An SMPP address, SMPP 3.4 sections 5.2.5 to 5.2.9. TON and NPI are the client's, or else those of the provider's
 * profile.
 *
 * @param ton type of number: 1 international, 0 unknown, 3 network specific, 5 alphanumeric
 * @param npi numbering plan: 1 ISDN (E.164), 0 unknown
 * @param digits the address without a plus
 */
public record Address(byte ton, byte npi, String digits) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,20}");
    private static final int SHORT_CODE_DIGITS = 6;
    private static final int ALPHANUMERIC_CHARACTERS = 11;

    /** @throws RejectedMessageException when the sender is no address, or its TON or NPI is unknown */
    static Address source(SmsMessage message, Profile profile) {
        try {
            Address address = ofOriginator(message.originator(), profile);
            return asked(message, SmppField.SOURCE_ADDR_TON, SmppField.SOURCE_ADDR_NPI, address);
        } catch (IllegalArgumentException e) {
            throw new RejectedMessageException(
                    Fault.INVALID_ORIGINATOR, "Invalid originator: it is " + e.getMessage() + ".");
        }
    }

    /**
     * @param normalise makes a recipient's local number international, or leaves it
     * @throws RejectedMessageException when its TON or NPI is unknown
     */
    static Address destination(SmsMessage message, Profile profile, UnaryOperator<String> normalise) {
        Address address = ofNumber(normalise.apply(message.recipient()), profile);
        return asked(message, SmppField.DEST_ADDR_TON, SmppField.DEST_ADDR_NPI, address);
    }

    /** A number: international after {@code +} or {@code 00}, otherwise local. */
    public static Address ofNumber(String number, Profile profile) {
        if (number.startsWith("+")) {
            return of(profile.international(), number.substring(1));
        }
        return number.startsWith("00") ? of(profile.international(), number.substring(2)) : of(profile.local(), number);
    }

    /**
     * A sender: a number, a short code of up to six digits, or up to 11 characters of both GSM and ASCII. An address is
     * a C-octet string, SMPP 3.4 section 3.1; SMSCs disagree about other characters.
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

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Address of(TonNpi kind, String digits) {
        return new Address(kind.ton(), kind.npi(), digits);
    }

    private static Address asked(SmsMessage message, SmppField ton, SmppField npi, Address address) {
        Map<SmppField, Integer> fields = message.options().smpp();
        return fields.isEmpty()
                ? address
                : new Address(
                        asked(fields.get(ton), ton, address.ton(), TonNpi::isTon),
                        asked(fields.get(npi), npi, address.npi(), TonNpi::isNpi),
                        address.digits());
    }

    /** jSMPP throws at values that are not in SMPP 3.4, but not before the message is sent. */
    private static byte asked(Integer value, SmppField field, byte otherwise, IntPredicate isKnown) {
        if (value != null && !isKnown.test(value)) {
            throw new RejectedMessageException(
                    Fault.INVALID_PARAMETER, field.standardName() + " " + value + " is none of SMPP 3.4.");
        }
        return value == null ? otherwise : value.byteValue();
    }
}
