package org.caravansms.api;

import java.util.regex.Pattern;
import org.caravansms.message.Fault;
import org.caravansms.message.PhoneNumber;
import org.caravansms.message.RejectedMessageException;

/** Reads the recipient of a message: an international number with a plus, or a local one. */
final class ReadRecipient {

    private static final Pattern SEVERAL = Pattern.compile("[,;]");

    private ReadRecipient() {}

    /** @throws RejectedMessageException naming its fault */
    static String of(MessageRequest request) {
        String given = request.get(MessageField.RECIPIENT);
        String number = given == null ? "" : PhoneNumber.understood(given);
        if (number.isEmpty()) {
            throw invalid(request, "is missing");
        }
        if (SEVERAL.matcher(number).find()) {
            throw invalid(request, "has more than one number");
        }
        String fault = PhoneNumber.fault(number);
        if (fault != null) {
            throw invalid(request, fault);
        }
        return number;
    }

    private static RejectedMessageException invalid(MessageRequest request, String what) {
        return new RejectedMessageException(
                Fault.INVALID_RECIPIENT,
                "Invalid recipient. " + request.nameOf(MessageField.RECIPIENT) + " " + what + ".");
    }
}
