package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong logins from many addresses at a time, each of which costs a third of a second, and one user who is known. */
class LoginFloodTest {

    private static final int THREADS = 8;
    private static final int ATTACKERS = 60;

    @TempDir
    Path folder;

    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private final ExecutorService attackers = Executors.newFixedThreadPool(ATTACKERS);
    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException {
        String hash = Password.hash("secret99")
                .with(BcryptFunction.getInstance(Bcrypt.B, 12))
                .getResult();
        Path users = Files.writeString(folder.resolve("users.properties"), "anna.password=" + hash + "\n");
        gateway = RunningGateway.start(
                folder.resolve("data"),
                FreePort.next(),
                "SMS_API_USERS_FILE",
                users.toString(),
                "SMS_HTTP_THREADS",
                Integer.toString(THREADS));
    }

    @AfterEach
    void stop() throws InterruptedException {
        over.set(true);
        attackers.shutdown();
        assertTrue(attackers.awaitTermination(30, TimeUnit.SECONDS));
        gateway.close();
    }

    @Test
    void knownUserShouldBeServedWhileOthersWait() throws Exception {
        assertAccepted();
        for (int i = 0; i < ATTACKERS; i++) {
            String address = "127.0.1." + (i + 1);
            attackers.submit(() -> attack(address));
        }
        awaitAnswer("23");
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            assertAccepted();
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            assertTrue(millis < 2000, millis + " ms");
        }
        awaitAnswer("1157");
    }

    private void awaitAnswer(String code) {
        await().atMost(Duration.ofSeconds(30)).until(() -> told.contains(code));
    }

    private void attack(String address) {
        for (int i = 0; !over.get(); i++) {
            String form = "action=sendmessage&username=anna&password=" + i + address;
            try (Wire wire = new Wire(new Socket(
                    InetAddress.getByName("127.0.0.1"), gateway.port(), InetAddress.getByName(address), 0))) {
                told.addAll(Xml.values(wire.send(Wire.postOf(form)).answer(), "errorcode"));
            } catch (IOException e) {
                told.add(e.toString());
            }
        }
    }

    private void assertAccepted() {
        String answer =
                gateway.post("action=sendmessage&username=anna&password=secret99&recipient=111222&messagedata=x");
        assertEquals(List.of("0"), Xml.values(answer, "statuscode"), answer);
    }
}
