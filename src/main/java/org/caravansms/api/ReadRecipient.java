package org.caravansms.api;

import org.caravansms.message.PhoneNumber;
import org.caravansms.message.RejectedMessageException;
import java.util.regex.Pattern;

/** Reads the number of a draft: international with a plus, or local. */
final class ReadRecipient {

    private static final Pattern SEVERAL = Pattern.compile("[,;]");

    private ReadRecipient() {}

    /** @throws RejectedMessageException saying what is wrong with it */
    static String of(MessageRequest draft) {
        String given = draft.get(MessageField.RECIPIENT);
        String number = given == null ? "" : PhoneNumber.understood(given);
        if (number.isEmpty()) {
            throw Rejection.recipient(draft, "is missing");
        }
        if (SEVERAL.matcher(number).find()) {
            throw Rejection.recipient(draft, "has more than one number");
        }
        String fault = PhoneNumber.fault(number);
        if (fault != null) {
            throw Rejection.recipient(draft, fault);
        }
        return number;
    }
}
