package org.caravansms.routing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.function.UnaryOperator;

/**
 * Makes a national number, such as {@code 06201234567} in Hungary, international: E.164 with a plus. Short codes, impossible
 * numbers and those that begin with {@code +} or {@code 00} stay as they are. Thread-safe.
 */
public final class NumberPlan implements UnaryOperator<String> {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT_CODES = ShortNumberInfo.getInstance();

    private final String country;

    /**
     * @param country the country of local numbers, an ISO 3166 code such as HU; empty: all numbers stay as they are
     * @throws IllegalArgumentException naming the setting, when the country is unknown
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
