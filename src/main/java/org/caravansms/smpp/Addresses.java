package org.caravansms.smpp;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;

/**
 * The addresses of a message, SMPP 3.4 sections 5.2.5 to 5.2.9: what kind they are says the provider's profile, unless
 * the client does.
 */
final class Addresses {

    private final Profile profile;
    private final UnaryOperator<String> normalise;

    /** @param normalise makes a recipient's local number international, or leaves it */
    Addresses(Profile profile, UnaryOperator<String> normalise) {
        this.profile = profile;
        this.normalise = normalise;
    }

    /** @throws RejectedMessageException when the sender is no address, or is to be of a kind that there is not */
    Address source(SmsMessage message) {
        try {
            Address address = Address.ofOriginator(message.originator(), profile);
            return asked(message, SmppField.SOURCE_ADDR_TON, SmppField.SOURCE_ADDR_NPI, address);
        } catch (IllegalArgumentException e) {
            throw new RejectedMessageException(
                    Fault.INVALID_ORIGINATOR, "Invalid originator: it is " + e.getMessage() + ".");
        }
    }

    /** @throws RejectedMessageException when the recipient is to be of a kind that there is not */
    Address destination(SmsMessage message) {
        Address address = Address.ofNumber(normalise.apply(message.recipient()), profile);
        return asked(message, SmppField.DEST_ADDR_TON, SmppField.DEST_ADDR_NPI, address);
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

    /** jSMPP sends the values that SMPP 3.4 names, and throws at any other: that would be too late. */
    private static byte asked(Integer value, SmppField field, byte otherwise, IntPredicate isKnown) {
        if (value != null && !isKnown.test(value)) {
            throw new RejectedMessageException(
                    Fault.INVALID_PARAMETER, field.standardName() + " " + value + " is none of SMPP 3.4.");
        }
        return value == null ? otherwise : value.byteValue();
    }
}
