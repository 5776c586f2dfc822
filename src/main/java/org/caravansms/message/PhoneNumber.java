package org.caravansms.message;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Phone numbers as people write them: only the digits and a plus before them count. */
public final class PhoneNumber {

    private static final int LEAST_DIGITS = 3;
    private static final int MOST_DIGITS = 20;
    private static final int MOST_NAMED = 10;

    /** Blanks, dashes and invisible marks of every kind, but no line break: that stands between two numbers. */
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Zs}\\p{Pd}\\u2212\\p{Cf}./()]");

    private static final Pattern TEL = Pattern.compile("(?i)^tel:");
    private static final Pattern PLUS_00 = Pattern.compile("\\+00(?!0)");
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

    private PhoneNumber() {}

    /**
     * @return the number without the punctuation around and between its digits, {@code +00} as {@code 00}; a text that
     *     is no number keeps its other characters
     */
    public static String understood(String written) {
        if (isPlain(written) && !written.startsWith("+0")) {
            return written;
        }
        String number =
                TEL.matcher(PUNCTUATION.matcher(written).replaceAll("").strip()).replaceFirst("");
        return PLUS_00.matcher(number).lookingAt() ? number.substring(1) : number;
    }

    /** @return whether {@link #fault} finds nothing wrong with it; many senders are names, and no fault */
    public static boolean isValid(String number) {
        return isPlain(number) && fault(number) == null;
    }

    /**
     * @param number as {@link #understood}
     * @return what is wrong with it, as the end of a sentence, or null: it is 3 to 20 digits, as many as SMPP has
     *     room for
     */
    public static String fault(String number) {
        if (!isPlain(number)) {
            return "is not a number of 3 to 20 digits: it has " + strangers(number);
        }
        boolean plus = number.startsWith("+");
        int digits = number.length() - (plus ? 1 : 0);
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
            return "is not a number of 3 to 20 digits";
        }
        return plus && number.charAt(1) == '0'
                ? "begins with +0, and no country code begins with 0: leave out the + of a local number"
                : null;
    }

    /** Digits only, behind a plus. */
    private static boolean isPlain(String number) {
        int i = number.startsWith("+") ? 1 : 0;
        while (i < number.length() && isDigit(number.charAt(i))) {
            i++;
        }
        return i >= number.length();
    }

    /** Each once, in their order. */
    private static String strangers(String number) {
        return number.codePoints()
                .skip(number.startsWith("+") ? 1 : 0)
                .filter(c -> !isDigit(c))
                .distinct()
                .limit(MOST_NAMED)
                .mapToObj(PhoneNumber::named)
                .collect(Collectors.joining(", "));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String named(int c) {
        String character = Character.toString(c);
        String code = "U+%04X".formatted(c);
        String shown = VISIBLE.matcher(character).matches() ? '"' + character + "\" (" + code + ")" : code;
        return c == '+' ? shown + " behind its beginning" : shown;
    }
}
