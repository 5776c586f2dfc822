package org.caravansms.routing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.function.UnaryOperator;

/**
 * Makes an international number (E.164, with its plus) of one that is dialled within a country, as {@code 06201234567} is
 * in Hungary. Short codes, what is no possible number there, and what begins with {@code +} or {@code 00} pass as they
 * are. Threads share it.
 */
public final class NumberPlan implements UnaryOperator<String> {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT_CODES = ShortNumberInfo.getInstance();

    private final String country;

    /**
     * @param country where local numbers are of, its code of ISO 3166 such as HU; empty when all numbers pass as they are
     * @throws IllegalArgumentException naming the setting, when nobody knows numbers of that country
     */
    public NumberPlan(String country) {
        if (!country.isEmpty() && !NUMBERS.getSupportedRegions().contains(country)) {
            throw new IllegalArgumentException("Setting sms.routing.default-country is \"" + country
                    + "\", not the two capitals of a country, such as HU");
        }
        this.country = country;
    }

    @Override
    public String apply(String number) {
        return country.isEmpty() || isInternational(number) ? number : international(number);
    }

    private static boolean isInternational(String number) {
        return number.startsWith("+") || number.startsWith("00");
    }

    private String international(String number) {
        try {
            PhoneNumber parsed = NUMBERS.parse(number, country);
            return isShortCode(parsed) || NUMBERS.isPossibleNumberWithReason(parsed) != ValidationResult.IS_POSSIBLE
                    ? number
                    : NUMBERS.format(parsed, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return number;
        }
    }

    /** In some countries a short code is as long as a possible number; on small islands numbers are as short as codes. */
    private boolean isShortCode(PhoneNumber number) {
        return SHORT_CODES.isPossibleShortNumberForRegion(number, country) && !NUMBERS.isValidNumber(number);
    }

    /** The same number in the form that begins with a plus, when it is an international one. */
    static String withPlus(String number) {
        return number.startsWith("00") ? "+" + number.substring(2) : number;
    }
}
