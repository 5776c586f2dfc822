package org.caravansms.smpp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The dates of receipts: YYMMDDhhmm, SMPP 3.4 appendix B, at some SMSCs with seconds, tenths or the century, and with any
 * punctuation.
 */
final class ReceiptTime {

    private static final int MOST_DIGITS = 15;
    private static final int WITH_CENTURY = 14;
    private static final int WITH_SECONDS = 12;
    private static final int LEAST_DIGITS = 10;
    private static final int CENTURY = 20;
    private static final int MONTHS = 12;

    private ReceiptTime() {}

    /** @return null when it is no date */
    static Instant of(String text, ZoneId zone) {
        int[] digits = new int[MOST_DIGITS];
        int count = 0;
        for (int i = 0; i < text.length() && count < MOST_DIGITS; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits[count++] = c - '0';
            }
        }
        try {
            return count < LEAST_DIGITS ? null : of(digits, count).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDateTime of(int[] digits, int count) {
        int from = hasCentury(digits, count) ? 2 : 0;
        return LocalDateTime.of(
                100 * (from == 0 ? CENTURY : two(digits, 0)) + two(digits, from),
                two(digits, from + 2),
                two(digits, from + 4),
                two(digits, from + 6),
                two(digits, from + 8),
                count >= from + WITH_SECONDS ? two(digits, from + 10) : 0);
    }

    /** A month above 12 can be none: then the first four digits are the year. */
    private static boolean hasCentury(int[] digits, int count) {
        return count == WITH_CENTURY || count >= WITH_SECONDS && two(digits, 0) == CENTURY && two(digits, 2) > MONTHS;
    }

    private static int two(int[] digits, int at) {
        return 10 * digits[at] + digits[at + 1];
    }
}
