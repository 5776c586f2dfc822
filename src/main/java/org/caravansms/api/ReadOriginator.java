package org.caravansms.api;

import java.util.regex.Pattern;
import org.caravansms.message.Fault;
import org.caravansms.message.PhoneNumber;
import org.caravansms.message.RejectedMessageException;

/** Reads the sender of a message: a number as people write it, or a name, which may have dots and dashes. */
final class ReadOriginator {

    private static final int LONGEST_NAME = 11;
    private static final Pattern PLUS_ZERO = Pattern.compile("\\+0[0-9]*");

    private ReadOriginator() {}

    /**
     * @param given the value, not blank
     * @throws RejectedMessageException when it is an impossible international number
     */
    static String of(MessageRequest request, String given) {
        String number = PhoneNumber.understood(given);
        if (PLUS_ZERO.matcher(number).matches()) {
            throw request.invalid(Fault.INVALID_ORIGINATOR, MessageField.ORIGINATOR, PhoneNumber.fault(number));
        }
        String name = Trim.space(given);
        boolean longNumber = number.startsWith("+") || name.length() > LONGEST_NAME;
        return longNumber && PhoneNumber.isValid(number) ? number : name;
    }
}
