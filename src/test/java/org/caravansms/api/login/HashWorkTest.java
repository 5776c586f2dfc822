package org.caravansms.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import org.caravansms.api.ApiException;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HashWorkTest {

    private final HashWork work = new HashWork(2, 1);

    @ParameterizedTest
    @EnumSource(
            value = Bcrypt.class,
            names = {"A", "B", "Y"})
    void passwordShouldMatchItsHashOnly(Bcrypt form) {
        String hash = hash(form, 4);
        assertTrue(work.matches("secret", hash, 4));
        assertFalse(work.matches("Secret", hash, 4));
        assertFalse(work.matches("", hash, 4));
    }

    @Test
    void nobodysHashShouldHaveTheCostAskedForAndNoPassword() {
        assertEquals(4, HashWork.cost(HashWork.nobodys(4)));
        assertEquals(12, HashWork.cost(HashWork.nobodys(12)));
        assertFalse(work.matches("caravan", HashWork.nobodys(4), 4));
    }

    /** Far apart: cost 13 is 512 times the work of cost 4, and no machine is so uneven. */
    @Test
    void wrongPasswordShouldCostWhatTheDearestHashDoes() {
        String cheap = hash(Bcrypt.B, 4);
        work.matches("warm up", cheap, 10);
        long alone = nanos(cheap, 4);
        long filledUp = nanos(cheap, 13);
        assertTrue(filledUp > 20 * alone, filledUp + " ns after " + alone);
    }

    @Test
    void loginThatFindsNoPlaceShouldNotWait() {
        assertTrue(work.inPlace(() -> {
            ApiException busy = assertThrows(ApiException.class, () -> work.inPlace(() -> true));
            return busy.fault() == Fault.BUSY;
        }));
        assertTrue(work.inPlace(() -> true));
    }

    private long nanos(String hash, int cost) {
        long start = System.nanoTime();
        assertFalse(work.matches("wrong", hash, cost));
        return System.nanoTime() - start;
    }

    private static String hash(Bcrypt form, int cost) {
        return Password.hash("secret")
                .with(BcryptFunction.getInstance(form, cost))
                .getResult();
    }
}
