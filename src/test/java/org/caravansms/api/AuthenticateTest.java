package org.caravansms.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticateTest {

    private static final String ELSEWHERE = "192.0.2.1";

    @TempDir
    Path folder;

    private Authenticate authenticate;

    @BeforeEach
    void readUsers() throws IOException {
        String hash = Password.hash("secret")
                .with(BcryptFunction.getInstance(Bcrypt.B, 4))
                .getResult();
        authenticate = new Authenticate(Users.in(Files.write(
                folder.resolve("users.properties"),
                List.of("anna.password=" + hash, "local.password=" + hash, "local.loopback-only=true"))));
    }

    @Test
    void rightLoginShouldBeItsUser() {
        assertEquals("anna", login("anna", "secret", ELSEWHERE).name());
    }

    @ParameterizedTest
    @CsvSource({"anna, wrong", "anna, ''", "nobody, secret", "Anna, secret", "'', secret", "'', ''"})
    void wrongLoginShouldHearTheSameWhateverIsWrong(String name, String password) {
        assertRefused(name, password, ELSEWHERE);
    }

    @Test
    void requestWithoutALoginShouldHearTheSame() {
        ApiException refusal = assertThrows(
                ApiException.class,
                () -> authenticate.user(new ApiRequest(Map.of(), new Client(ELSEWHERE, false, ""))));
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

    private User login(String name, String password, String address) {
        return authenticate.user(
                new ApiRequest(Map.of("username", name, "password", password), new Client(address, false, "")));
    }

    private void assertRefused(String name, String password, String address) {
        ApiException refusal = assertThrows(ApiException.class, () -> login(name, password, address));
        assertEquals(1157, refusal.fault().code());
        assertEquals("Invalid username or password.", refusal.getMessage());
    }
}
