package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTest {

    @ParameterizedTest
    @CsvSource({
        "Acme, true",
        "acme, false",
        "Acme2, false",
        "Acm, false",
        "+3620, true",
        "+36201234567, true",
        "3620, false",
        "+3630, false",
        "Own, true",
        "'', false"
    })
    void senderShouldBeOneOfThoseAllowedOrTheUsersOwn(String sender, boolean allowed) {
        assertEquals(allowed, user("Own", "Acme", "+3620*").mayUse(sender));
    }

    @Test
    void anySenderShouldBeAllowedWhereNoneIsNamed() {
        assertTrue(user("Own").mayUse("Else"));
        assertTrue(user(null, "*").mayUse("Else"));
    }

    @Test
    void userWithoutAnOriginatorShouldHaveNoMoreThanTheAllowed() {
        assertFalse(user(null, "Acme").mayUse("Own"));
    }

    private static User user(String originator, String... originators) {
        return new User("anna", "hash", originator, List.of(originators), null, true, false);
    }
}
