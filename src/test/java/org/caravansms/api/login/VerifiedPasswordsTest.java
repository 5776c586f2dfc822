package org.caravansms.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.Test;

class VerifiedPasswordsTest {

    private final SetTime time = new SetTime();
    private final AtomicInteger verifications = new AtomicInteger();
    private final VerifiedPasswords passwords = new VerifiedPasswords(Duration.ofSeconds(30), time::currentTimeNanos);

    @Test
    void rightPasswordShouldBeRememberedForTheGivenTime() {
        assertTrue(check("hash", "secret", true));
        time.forward(29);
        assertTrue(check("hash", "secret", false));
        assertEquals(1, verifications.get());
        time.forward(1);
        assertFalse(check("hash", "secret", false));
    }

    @Test
    void wrongPasswordShouldBeVerifiedEachTime() {
        assertFalse(check("hash", "wrong", false));
        assertFalse(check("hash", "wrong", false));
        assertEquals(2, verifications.get());
    }

    @Test
    void anotherPasswordOrHashShouldBeVerified() {
        check("hash", "secret", true);
        assertFalse(check("hash", "secre", false));
        assertFalse(check("hashs", "ecret", false));
        assertFalse(check("changed", "secret", false));
        assertTrue(check("hash", "secret", false));
    }

    @Test
    void oneOfManyAtATimeShouldVerify() {
        assertTrue(IntStream.range(0, 64).parallel().allMatch(i -> check("hash", "secret", true)));
        assertEquals(1, verifications.get());
    }

    @Test
    void refusalToVerifyShouldReachWhoAsksAndNotBeRemembered() {
        assertThrows(
                ApiException.class,
                () -> passwords.isRight("turn", "hash", "secret", () -> {
                    throw new ApiException(Fault.TOO_MANY_LOGINS, "");
                }));
        assertTrue(check("hash", "secret", true));
    }

    private boolean check(String hash, String password, boolean isRight) {
        return passwords.isRight("turn", hash, password, () -> {
            verifications.incrementAndGet();
            return isRight;
        });
    }
}
