package org.caravansms.api;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hash here takes some hundred milliseconds, which is how a test tells what is remembered from what is checked. */
class VerifiedPasswordsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int SLOW = 12;

    /** Far less than a check of a slow hash takes. */
    private static final Duration AT_ONCE = Duration.ofMillis(75);

    private static final User ANNA = user("secret", SLOW);

    @Test
    void rightPasswordShouldBeRight() {
        VerifiedPasswords passwords = new VerifiedPasswords(HOUR);
        assertTrue(passwords.check(ANNA, "secret"));
        assertTrue(passwords.check(ANNA, "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Secret", "secret ", "secre", "sécret"})
    void wrongPasswordShouldBeWrongBeforeAndAfterTheRightOne(String wrong) {
        VerifiedPasswords passwords = new VerifiedPasswords(HOUR);
        User bela = user("secret", 4);
        assertFalse(passwords.check(bela, wrong));
        assertTrue(passwords.check(bela, "secret"));
        assertFalse(passwords.check(bela, wrong));
    }

    @Test
    void successShouldBeRemembered() {
        VerifiedPasswords passwords = new VerifiedPasswords(HOUR);
        assertFalse(isAtOnce(passwords, ANNA), "nothing to remember yet");
        assertTrue(isAtOnce(passwords, ANNA));
    }

    @Test
    void successShouldBeForgottenAfterTheGivenTime() {
        VerifiedPasswords passwords = new VerifiedPasswords(Duration.ofSeconds(1));
        passwords.check(ANNA, "secret");
        assertTrue(isAtOnce(passwords, ANNA));
        await().until(() -> !isAtOnce(passwords, ANNA));
    }

    @Test
    void passwordShouldBeCheckedAgainOnceItsHashIsAnother() {
        VerifiedPasswords passwords = new VerifiedPasswords(HOUR);
        assertTrue(passwords.check(ANNA, "secret"));
        assertFalse(passwords.check(user("changed", 4), "secret"));
        assertTrue(passwords.check(user("changed", 4), "changed"));
    }

    @Test
    void unknownUserShouldCostAsMuchWorkAsAKnownOne() {
        VerifiedPasswords passwords = new VerifiedPasswords(HOUR);
        passwords.workAsIfKnown("warm up");
        User known = user("secret", 10);
        long check = nanos(() -> passwords.check(known, "wrong"));
        long nobody = nanos(() -> passwords.workAsIfKnown("wrong"));
        assertTrue(nobody > check / 4, nobody + " ns instead of " + check);
    }

    private static boolean isAtOnce(VerifiedPasswords passwords, User user) {
        return nanos(() -> assertTrue(passwords.check(user, "secret"))) < AT_ONCE.toNanos();
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static User user(String password, int cost) {
        String hash = Password.hash(password)
                .with(BcryptFunction.getInstance(Bcrypt.B, cost))
                .getResult();
        return new User("anna", hash, null, false);
    }
}
