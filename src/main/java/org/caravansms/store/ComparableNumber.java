package org.caravansms.store;

import org.apache.camel.util.StringHelper;

/** Phone numbers in a form for comparison: without separators and international prefixes. */
final class ComparableNumber {

    private static final int LONGEST = 64;
    private static final int COMPARED = 7;

    private ComparableNumber() {}

    /** @return the digits, without zeros before; an alphanumeric address as it is */
    static String of(String number) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '1' && c <= '9' || c == '0' && digits.length() > 0) {
                digits.append(c);
            }
        }
        String text = digits.isEmpty() ? number.replace("\0", "") : digits.toString();
        return StringHelper.limitLength(text, LONGEST);
    }

    /** Whether two are the same number, one of them maybe local. */
    static boolean agree(String one, String other) {
        String a = of(one);
        String b = of(other);
        int compared = Math.min(COMPARED, Math.min(a.length(), b.length()));
        return compared > 2 && a.regionMatches(a.length() - compared, b, b.length() - compared, compared);
    }
}
