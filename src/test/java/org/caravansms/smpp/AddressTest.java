package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "+36201234567, 1, 1, 36201234567",
        "0036201234567, 1, 1, 36201234567",
        "06201234567, 0, 1, 06201234567",
        "1234, 0, 1, 1234"
    })
    void numberShouldBeInternationalAfterPlusOrTwoZeros(String number, byte ton, byte npi, String digits) {
        assertEquals(new Address(ton, npi, digits), Address.ofNumber(number, Profile.STANDARD));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 0, 1",
        "123456, 3, 0, 123456",
        "1234567, 0, 1, 1234567",
        "12345678901234567890, 0, 1, 12345678901234567890",
        "+44777888, 1, 1, 44777888",
        "+1234, 1, 1, 1234",
        "0044777888, 1, 1, 44777888"
    })
    void originatorOfDigitsShouldBeAShortCodeOrANumber(String originator, byte ton, byte npi, String digits) {
        assertEquals(new Address(ton, npi, digits), Address.ofOriginator(originator, Profile.STANDARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "Caravan SMS", "24/7", "+44 777 888", "{[|]}", "x@[^~]x"})
    void originatorOfUpToElevenSeptetsShouldBeAlphanumeric(String originator) {
        assertEquals(new Address((byte) 5, (byte) 0, originator), Address.ofOriginator(originator, Profile.STANDARD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Caravan SMS!", "{[||]}", "€", "Ünal", "{`}", "Караван", "Ñandú", "123456789012345678901"})
    void originatorThatIsNeitherShouldBeRefused(String originator) {
        assertThrows(IllegalArgumentException.class, () -> Address.ofOriginator(originator, Profile.STANDARD));
    }
}
