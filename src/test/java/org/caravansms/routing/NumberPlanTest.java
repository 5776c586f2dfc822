package org.caravansms.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPlanTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @ParameterizedTest
    @CsvSource({
        "HU, 06201234567, +36201234567",
        "HU, 201234567, +36201234567",
        "DE, 015112345678, +4915112345678",
        "GB, 07400123456, +447400123456",
        "US, 2015550123, +12015550123",
        "IT, 3123456789, +393123456789"
    })
    void localNumberShouldBecomeInternational(String country, String local, String international) {
        assertEquals(international, new NumberPlan(country).apply(local));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+36201234567",
                "+44",
                "+999123",
                "0036201234567",
                "00",
                "1234",
                "112",
                "123",
                "99999999999999999999"
            })
    void whatIsNoLocalNumberShouldPassAsItIs(String number) {
        assertEquals(number, new NumberPlan("HU").apply(number));
    }

    @Test
    void withoutACountryEveryNumberShouldPassAsItIs() {
        assertEquals("06201234567", new NumberPlan("").apply("06201234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hu", "XX", "Hungary", "36", " "})
    void countryThatIsNoneShouldBeNamed(String country) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new NumberPlan(country));
        assertTrue(
                refusal.getMessage().startsWith("Setting sms.routing.default-country is \"" + country + "\""),
                refusal.getMessage());
    }

    /** Digits as they are dialled within each country, by the library's own examples. */
    @Test
    void mobileNumberOfEveryCountryShouldBecomeInternational() {
        Set<String> wrong = new TreeSet<>();
        for (String country : NUMBERS.getSupportedRegions()) {
            PhoneNumber example = NUMBERS.getExampleNumberForType(country, PhoneNumberType.MOBILE);
            if (example != null) {
                String dialled =
                        NUMBERS.format(example, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", "");
                String international = NUMBERS.format(example, PhoneNumberFormat.E164);
                if (!new NumberPlan(country).apply(dialled).equals(international)) {
                    wrong.add(country + " " + dialled);
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "HU, 1414", "HU, 112", "DE, 80888", "DE, 112", "DE, 1155", "GB, 60777", "GB, 999", "US, 40404", "US, 911",
        "US, 123456", "FR, 36105", "FR, 112", "IT, 48000", "AU, 000", "AT, 0900", "SE, 72456", "IN, 56767", "NO, 2440"
    })
    void shortCodeShouldPassAsItIs(String country, String code) {
        assertEquals(code, new NumberPlan(country).apply(code));
    }
}
