package org.caravansms.smpp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * The dates of receipts: YYMMDDhhmm, SMPP 3.4 appendix B, at some SMSCs with seconds, tenths or the century, and with
 * any punctuation.
 */
final class ReceiptTime {

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final int WITH_CENTURY = 14;
    private static final int WITH_SECONDS = 12;
    private static final int LEAST_DIGITS = 10;
    private static final int CENTURY = 20;
    private static final int MONTHS = 12;

    private ReceiptTime() {}

    /** @return null when it is no date */
    static Instant of(String text, ZoneId zone) {
        String digits = NO_DIGITS.matcher(text).replaceAll("");
        try {
            return digits.length() < LEAST_DIGITS
                    ? null
                    : of(digits).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDateTime of(String digits) {
        int from = hasCentury(digits) ? 2 : 0;
        return LocalDateTime.of(
                100 * (from == 0 ? CENTURY : two(digits, 0)) + two(digits, from),
                two(digits, from + 2),
                two(digits, from + 4),
                two(digits, from + 6),
                two(digits, from + 8),
                digits.length() >= from + WITH_SECONDS ? two(digits, from + 10) : 0);
    }

    /** A month above 12 can be none: then the first four digits are the year. */
    private static boolean hasCentury(String digits) {
        return digits.length() == WITH_CENTURY
                || digits.length() >= WITH_SECONDS && two(digits, 0) == CENTURY && two(digits, 2) > MONTHS;
    }

    private static int two(String digits, int at) {
        return Integer.parseInt(digits, at, at + 2, 10);
    }
}
