package org.caravansms.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.caravansms.api.ApiException;
import org.caravansms.api.ApiRequest;
import org.caravansms.api.Client;
import org.caravansms.api.User;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticateTest {

    private static final String ELSEWHERE = "192.0.2.1";

    private static final String LONG = "x".repeat(257);
    private static final int TRIES = 10;

    private final SetTime time = new SetTime();
    private Authenticate authenticate;

    @BeforeEach
    void readUsers() {
        String hash = hash("secret");
        String longHash = hash(LONG);
        Users users = Users.of(
                "users.properties",
                String.join(
                        "\n",
                        "anna.password=" + hash,
                        "local.password=" + hash,
                        "local.loopback-only=true",
                        "off.password=" + hash,
                        "off.enabled=false",
                        "long.password=" + longHash));
        authenticate = new Authenticate(() -> users, 100, time);
    }

    @Test
    void rightLoginShouldBeItsUser() {
        assertEquals("anna", login("anna", "secret", ELSEWHERE).name());
    }

    @ParameterizedTest
    @CsvSource({"anna, wrong", "anna, ''", "nobody, secret", "Anna, secret", "'', secret", "'', ''", "off, secret"})
    void wrongLoginShouldHearTheSameWhateverIsWrong(String name, String password) {
        assertRefused(name, password, ELSEWHERE);
    }

    @Test
    void requestWithoutALoginShouldHearTheSame() {
        ApiException refusal = assertThrows(
                ApiException.class,
                () -> authenticate.user(
                        new ApiRequest(Map.of(), Map.of(), new byte[0], new Client(ELSEWHERE, false, ""))));
        assertEquals(Fault.INVALID_LOGIN, refusal.fault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1", "[::1]"})
    void userForThisMachineOnlyShouldLogInFromIt(String address) {
        assertEquals("local", login("local", "secret", address).name());
    }

    @ParameterizedTest
    @ValueSource(strings = {ELSEWHERE, "10.0.0.1", "0.0.0.0", "2001:db8::1", "[fe80::1]"})
    void userForThisMachineOnlyShouldBeRefusedFromElsewhere(String address) {
        assertRefused("local", "secret", address);
    }

    @Test
    void loginFromThisMachineShouldOpenNoDoorElsewhere() {
        login("local", "secret", "127.0.0.1");
        assertRefused("local", "secret", ELSEWHERE);
    }

    @Test
    void passwordThatIsTooLongToBeHashedShouldBeWrong() {
        assertEquals("long", login("long", LONG.substring(1), ELSEWHERE).name());
        assertRefused("long", LONG, ELSEWHERE);
    }

    @Test
    void wrongLoginsOfANameFromAnAddressShouldBeThrottled() {
        tryInVain("anna", TRIES, ELSEWHERE);
        assertThrottled("anna", "secret", ELSEWHERE, 5);
        assertEquals("anna", login("anna", "secret", "192.0.2.2").name());
        assertRefused("nobody", "secret", ELSEWHERE);
        time.forward(5);
        assertRefused("anna", "wrong", ELSEWHERE);
        assertThrottled("anna", "wrong", ELSEWHERE, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "local", "off", "nobody", ""})
    void throttlingShouldNotTellWhoIsKnown(String name) {
        tryInVain(name, TRIES, ELSEWHERE);
        assertThrottled(name, "wrong", ELSEWHERE, 5);
    }

    @Test
    void wrongLoginsOfAllNamesFromAnAddressShouldBeThrottled() {
        for (int i = 0; i < 50; i++) {
            assertRefused("name" + i, "x", ELSEWHERE);
        }
        assertThrottled("anna", "secret", ELSEWHERE, 1);
        assertRefused("anna", "wrong", "192.0.2.2");
        time.forward(1);
        for (int i = 0; i < 5; i++) {
            assertRefused("name" + i, "x", ELSEWHERE);
        }
        assertThrottled("name6", "x", ELSEWHERE, 1);
    }

    @Test
    void throttledLoginsOfOneNameShouldLeaveTheOtherNamesTheirTries() {
        tryInVain("anna", TRIES, ELSEWHERE);
        for (int i = 0; i < 100; i++) {
            assertThrottled("anna", "wrong", ELSEWHERE, 5);
        }
        tryInVain("bela", TRIES, ELSEWHERE);
    }

    @Test
    void loginThatIsRememberedShouldNotBeThrottled() {
        login("anna", "secret", ELSEWHERE);
        tryInVain("anna", TRIES, ELSEWHERE);
        assertEquals("anna", login("anna", "secret", ELSEWHERE).name());
        time.forward(31);
        tryInVain("anna", 6, ELSEWHERE);
        assertThrottled("anna", "secret", ELSEWHERE, 4);
    }

    @Test
    void wrongLoginsOfANameFromAllNetworksShouldBeThrottledButNotWhoIsKnownThere() {
        login("anna", "secret", "198.51.100.1");
        time.forward(31);
        for (int i = 0; i < 100; i++) {
            assertRefused("anna", "wrong", "192.0.2." + i);
        }
        assertThrottled("anna", "secret", "203.0.113.1", 1);
        assertRefused("bela", "wrong", "203.0.113.1");
        assertEquals("anna", login("anna", "secret", "198.51.100.1").name());
        time.forward(1);
        assertEquals("anna", login("anna", "secret", "203.0.113.1").name());
    }

    @Test
    void whoIsKnownShouldNotBeShutOutByOthersOfItsNetwork() {
        login("anna", "secret", ELSEWHERE);
        time.forward(31);
        for (int i = 0; i < 50; i++) {
            assertRefused("name" + i, "x", ELSEWHERE);
        }
        assertThrottled("bela", "x", ELSEWHERE, 1);
        assertEquals("anna", login("anna", "secret", ELSEWHERE).name());
    }

    @Test
    void addressesOfOneIpv6NetworkShouldBeCountedAsOne() {
        for (int i = 0; i < TRIES; i++) {
            assertRefused("anna", "wrong", "2001:db8:0:1::" + i);
        }
        assertThrottled("anna", "wrong", "[2001:db8:0:1:ffff::1]", 5);
        assertRefused("anna", "wrong", "2001:db8:0:2::1");
    }

    @Test
    void rightLoginsShouldNotUseTheTriesUp() {
        for (int i = 0; i < 60; i++) {
            login("anna", "secret", ELSEWHERE);
            time.forward(31);
        }
        tryInVain("anna", TRIES, ELSEWHERE);
    }

    @Test
    void rightLoginShouldGiveTheAddressItsTryBack() {
        login("anna", "secret", ELSEWHERE);
        for (int i = 0; i < 50; i++) {
            assertRefused("name" + i, "x", ELSEWHERE);
        }
    }

    @Test
    void manyRequestsOfOneLoginAtATimeShouldNotThrottleEachOther() {
        List<String> names = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> login("anna", "secret", ELSEWHERE).name())
                .toList();
        assertEquals(Collections.nCopies(40, "anna"), names);
    }

    private void tryInVain(String name, int times, String address) {
        for (int i = 0; i < times; i++) {
            assertRefused(name, "wrong", address);
        }
    }

    private void assertThrottled(String name, String password, String address, int seconds) {
        ApiException refusal = assertThrows(ApiException.class, () -> login(name, password, address));
        assertEquals(25, refusal.fault().code());
        assertEquals("Too many wrong logins; try again in " + seconds + " s.", refusal.getMessage());
    }

    private static String hash(String password) {
        return Password.hash(password)
                .with(BcryptFunction.getInstance(Bcrypt.B, 4))
                .getResult();
    }

    private User login(String name, String password, String address) {
        return authenticate.user(new ApiRequest(
                Map.of("username", name, "password", password), Map.of(), new byte[0], new Client(address, false, "")));
    }

    private void assertRefused(String name, String password, String address) {
        ApiException refusal = assertThrows(ApiException.class, () -> login(name, password, address));
        assertEquals(1157, refusal.fault().code());
        assertEquals("Invalid username or password.", refusal.getMessage());
    }
}
