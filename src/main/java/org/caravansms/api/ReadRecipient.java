package org.caravansms.api;

import java.util.regex.Pattern;
import org.caravansms.message.RejectedMessageException;

/** Reads the number of a draft: international with a plus, or local; 3 to 20 digits, as SMPP has room for. */
final class ReadRecipient {

    private static final int LEAST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;
    private static final Pattern SEVERAL = Pattern.compile("[,;]");

    private ReadRecipient() {}

    /** @throws RejectedMessageException saying what is wrong with it */
    static String of(Draft draft) {
        String given = draft.get(Field.RECIPIENT);
        if (given == null || given.isBlank()) {
            throw Rejection.recipient(draft, "is missing");
        }
        String number = Trim.space(given);
        if (!isNumber(number)) {
            throw Rejection.recipient(
                    draft,
                    SEVERAL.matcher(number).find() ? "has more than one number" : "is not a number of 3 to 20 digits");
        }
        return number;
    }

    private static boolean isNumber(String number) {
        int from = number.startsWith("+") ? 1 : 0;
        int digits = number.length() - from;
        return digits >= LEAST_DIGITS
                && digits <= MOST_DIGITS
                && number.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
    }
}
