package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may send, how fast, and how often a wrong password may be tried, as clients meet it. */
class UserLoginTest {

    private static final String HASH = Password.hash("secret99")
            .with(BcryptFunction.getInstance(Bcrypt.B, 4))
            .getResult();

    @TempDir
    static Path folder;

    private static Path file;
    private static TestSmsc smsc;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        file = Files.writeString(folder.resolve("users.properties"), users());
        smsc = TestSmsc.start();
        gateway = RunningGateway.start(folder.resolve("data"), smsc.port(), "SMS_API_USERS_FILE", file.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
    }

    @BeforeEach
    void forget() {
        smsc.received().clear();
    }

    @Test
    void userShouldComeAndGoWithTheFile() throws IOException {
        assertCode("1157", send("nora", 1));
        Files.writeString(file, users() + "nora.password=" + HASH + "\n");
        seldom().until(() -> isAccepted(send("nora", 1)));
        Files.writeString(file, users() + "nora.password=" + HASH + "\nnora.enabled=false\n");
        seldom().until(() -> !isAccepted(send("nora", 1)));
        assertCode("1157", send("nora", 1));
        Files.writeString(file, users());
    }

    @Test
    void wrongFileShouldBeLoggedOnceWithoutHashesAndTheUsersBeforeStay() throws IOException {
        try (SeenLog log = SeenLog.attach()) {
            Files.writeString(file, users() + "anna.burst=" + HASH + "\n");
            seldom().until(() -> isAccepted(send("anna", 1))
                    && !log.linesWith("The users known before stay.").isEmpty());
            assertTrue(isAccepted(send("anna", 1)));
            assertEquals(
                    List.of("ERROR org.caravansms.config.ReloadedFile " + file
                            + ": anna.burst needs anna.messages-per-second. The users known before stay."),
                    log.linesWith("users known before"));
            assertEquals(List.of(), log.linesWith(HASH));
        }
        Files.writeString(file, users());
    }

    @Test
    void basicLoginShouldBeTaken() throws IOException {
        String answer = raw("GET /api?action=sendmessage&recipient=111222&messagedata=basic HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\nAuthorization: Basic "
                + base64("anna:secret99") + "\r\n\r\n");
        assertTrue(isAccepted(answer), answer);
        await().until(() -> smsc.texts().contains("basic"));
    }

    /** What costs memory is read for those only who may log in. */
    @Test
    void largeRequestShouldLogInBeforeItsParametersAreRead() {
        String broken = "&recipient=111222&messagedata=%FF&x=" + "x".repeat(70_000);
        assertCode("1157", gateway.post("action=sendmessage&username=anna&password=wrong" + broken));
        assertCode("5", gateway.post("action=sendmessage&username=anna&password=secret99" + broken));
    }

    @Test
    void wrongBasicLoginShouldHearWhatAWrongFormDoes() throws IOException {
        for (String header : List.of("Basic " + base64("anna:wrong"), "Basic ???", "Bearer x")) {
            String answer = raw("GET /api?action=sendmessage&recipient=111222&messagedata=x HTTP/1.1\r\n"
                    + "Host: localhost\r\nConnection: close\r\nAuthorization: " + header + "\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            assertCode("1157", answer);
        }
    }

    @Test
    void disabledUserShouldHearWhatAWrongPasswordDoes() {
        assertEquals(send("nobody", 1), send("off", 1));
    }

    @Test
    void requestOverTheLimitShouldBeRefusedAsAWhole() {
        assertCode("24", send("slow", 4));
        assertTrue(isAccepted(send("slow", 3)));
        String refused = send("slow", 1);
        assertCode("24", refused);
        assertFalse(refused.contains("acceptreport"), refused);
        assertTrue(isAccepted(send("anna", 1)));
        await().until(() -> smsc.received().size() >= 4);
        assertEquals(4, smsc.received().size());
    }

    @Test
    void wrongLoginsShouldBeThrottledButNotTheOneThatIsKnown() {
        assertTrue(isAccepted(send("tried", 1)));
        String last = "";
        for (int i = 0; i < 20; i++) {
            last = gateway.post("action=sendmessage&username=tried&password=x&recipient=111222&messagedata=x");
        }
        assertCode("25", last);
        assertTrue(last.contains("Too many wrong logins; try again in "), last);
        assertTrue(isAccepted(send("tried", 1)));
    }

    /** More often would be throttled. */
    private static ConditionFactory seldom() {
        return await().pollInterval(Duration.ofMillis(500));
    }

    private static String users() {
        return String.join(
                "\n",
                "anna.password=" + HASH,
                "tried.password=" + HASH,
                "off.password=" + HASH,
                "off.enabled=false",
                "slow.password=" + HASH,
                // less than a message in the time that the test takes
                "slow.messages-per-second=1",
                "slow.burst=3",
                "");
    }

    private static String send(String user, int messages) {
        StringBuilder form = new StringBuilder(
                "action=sendmessage&password=secret99&username=" + user + "&messagecount=" + messages);
        for (int i = 0; i < messages; i++) {
            form.append("&recipient" + i + "=111222&messagedata" + i + "=" + user);
        }
        return gateway.post(form.toString());
    }

    private static boolean isAccepted(String answer) {
        return !Xml.values(answer, "statuscode\\d?").isEmpty();
    }

    private static void assertCode(String code, String answer) {
        assertEquals(List.of(code), Xml.values(answer, "errorcode"), answer);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
