package org.caravansms.message;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The spellings of a message_id. Many SMSCs write it differently in a submit_sm_resp and in a receipt: hexadecimal or
 * decimal, with or without leading zeros, in upper or lower case.
 */
public final class SmscIds {

    private static final int HEX = 16;

    private SmscIds() {}

    /** @return the id in lower case, without blanks around it and without leading zeros */
    public static String canonical(String id) {
        String text = id.strip().toLowerCase(Locale.ROOT);
        int begin = 0;
        while (begin < text.length() - 1 && text.charAt(begin) == '0') {
            begin++;
        }
        return text.substring(begin);
    }

    /** @return the possible canonical ids of the submit_sm_resp, the likeliest first */
    public static List<String> candidates(String id) {
        String same = canonical(id);
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add(same);
        if (isOf(same, "0123456789")) {
            candidates.add(new BigInteger(same).toString(HEX));
        }
        if (isOf(same, "0123456789abcdef")) {
            candidates.add(new BigInteger(same, HEX).toString());
        }
        return List.copyOf(candidates);
    }

    private static boolean isOf(String text, String digits) {
        return !text.isEmpty() && text.chars().allMatch(c -> digits.indexOf(c) >= 0);
    }
}
