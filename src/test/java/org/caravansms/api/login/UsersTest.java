package org.caravansms.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caravansms.api.RateLimit;
import org.caravansms.api.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {

    private static final String HASH = "$2b$10$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzabcde";

    @TempDir
    Path folder;

    @Test
    void userShouldHaveWhatTheFileSays() throws IOException {
        Users users = users("anna.password=" + HASH, "anna.originator=Anna", "anna.loopback-only=true");
        assertEquals(Optional.of(new User("anna", HASH, "Anna", List.of(), null, true, true)), users.find("anna"));
    }

    @Test
    void queueShouldNameWhatAClientOfTheBrokerMayDo() throws IOException {
        Users users = users("anna.password=" + HASH, "anna.queue=receive, send", "bela.password=" + HASH);
        assertEquals(
                Set.of(User.QueueRight.SEND, User.QueueRight.RECEIVE),
                users.find("anna").orElseThrow().queue());
        assertEquals(Set.of(), users.find("bela").orElseThrow().queue());
    }

    @Test
    void userShouldNeedAPasswordOnly() throws IOException {
        assertEquals(
                Optional.of(new User("anna", HASH, null, List.of(), null, true, false)),
                users("anna.password=" + HASH).find("anna"));
    }

    @Test
    void nobodyElseShouldBeFound() throws IOException {
        Users users = users("anna.password=" + HASH);
        assertEquals(Optional.empty(), users.find("Anna"));
        assertEquals(Optional.empty(), users.find(""));
    }

    @Test
    void nameShouldBeAllowedDots() throws IOException {
        assertTrue(users("anna.b@example.com.password=" + HASH)
                .find("anna.b@example.com")
                .isPresent());
    }

    @Test
    void thoseForThisMachineOnlyShouldBeListed() throws IOException {
        Users users = users(
                "anna.password=" + HASH,
                "anna.loopback-only=true",
                "bela.password=" + HASH,
                "bela.loopback-only=false",
                "cili.password=" + HASH,
                "dani.password=" + HASH,
                "dani.loopback-only=true",
                "dani.enabled=false");
        assertEquals(Set.of("anna"), users.loopbackOnly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.pasword=x", "anna=x", ".password=x", "password=x", "anna.Password=x"})
    void unknownKeyShouldBeNamed(String line) {
        String key = line.substring(0, line.indexOf('='));
        assertRefused("unknown key " + key + ";", line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.password=", "anna.password=abc123", "anna.originator=Anna"})
    void passwordThatIsNoHashShouldBeNamedAndNotShown(String line) {
        IllegalArgumentException refusal = assertRefused("anna.password is not a bcrypt hash", line);
        assertFalse(refusal.getMessage().contains("abc123"));
    }

    @Test
    void userShouldHaveLimitsAndOriginators() throws IOException {
        Users users = users(
                "anna.password=" + HASH,
                "anna.originators=Acme, +3620*",
                "anna.messages-per-second=10",
                "anna.burst=50",
                "anna.enabled=false ");
        assertEquals(
                Optional.of(
                        new User("anna", HASH, null, List.of("Acme", "+3620*"), new RateLimit(10, 50), false, false)),
                users.find("anna"));
    }

    @Test
    void burstShouldBeTheMessagesOfASecondUnlessTold() throws IOException {
        User anna = users("anna.password=" + HASH, "anna.messages-per-second=10")
                .find("anna")
                .orElseThrow();
        assertEquals(new RateLimit(10, 10), anna.limit());
    }

    @ParameterizedTest
    @CsvSource({
        "messages-per-second=0, messages-per-second is not a number from 1 to 1000000",
        "messages-per-second=1000001, messages-per-second is not a number",
        "messages-per-second=ten, messages-per-second is not a number",
        "burst=5, burst needs anna.messages-per-second",
        "enabled=yes, enabled is not true or false",
        "loopback-only=TRUE, loopback-only is not true or false",
        "queue=all, queue is not send, receive or send,receive",
        "'queue=send,', queue is not send",
        "originator=, originator is empty",
        "originators=, originators is not a list",
        "'originators=A,,B', originators is not a list",
        "originators=A*B, originators is not a list"
    })
    void wrongValueShouldBeNamedByItsKey(String line, String fault) {
        assertRefused("anna." + fault, "anna.password=" + HASH, "anna." + line);
    }

    @Test
    void hashOnALineOfItsOwnShouldNotBeShown() {
        IllegalArgumentException refusal = assertRefused("the key that begins with", "anna.password=", HASH);
        assertFalse(refusal.getMessage().contains("$2b"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"an/na", "an$na", "an\\ na", "an*na", "anna\\n"})
    void nameShouldHaveNoOtherCharacters(String name) {
        assertRefused("the key that begins with \"an", name + ".password=" + HASH);
    }

    @Test
    void missingFileShouldBeNamed() {
        Path missing = folder.resolve("missing.properties");
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Users.in(missing));
        assertTrue(refusal.getMessage().contains(missing.toString()), refusal.getMessage());
    }

    @Test
    void shippedUserShouldBeForThisMachineOnly() throws IOException {
        assertEquals(
                Set.of("admin"), Users.in(Path.of("config/users.properties")).loopbackOnly());
    }

    private IllegalArgumentException assertRefused(String fault, String... lines) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> users(lines));
        assertTrue(refusal.getMessage().contains("users.properties: " + fault), refusal.getMessage());
        return refusal;
    }

    private Users users(String... lines) throws IOException {
        return Users.in(Files.write(folder.resolve("users.properties"), List.of(lines)));
    }
}
