package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.caravansms.FreePort;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.store.StoreUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of messages that were handed out: nothing, before their client could have them. */
class AfterDownloadTest {

    private static final String DELETE = "action=receivemessage&afterdownload=delete";

    private static final String HTTPS = Integer.toString(FreePort.next());

    @RegisterExtension
    static final TestApi api = new TestApi(new StandInStore(), "SMS_HTTPS_ENABLED", "true", "SMS_HTTPS_PORT", HTTPS);

    @BeforeEach
    void fill() {
        api.store().clear();
        IntStream.range(0, 3).forEach(i -> api.store()
                .add("admin", Folder.INBOX, StoredSamples.received("m" + i, "x".repeat(1000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "DELETE", "mark", "Mark"})
    void messagesShouldBeGoneOnceTheyAreHandedOut(String wish) throws IOException {
        String ask = "action=ReceiveMessage&limit=2&AfterDownload=" + wish;
        assertEquals(List.of("m0", "m1"), ids(ask));
        await().until(() -> inbox().size() == 1);
        assertEquals(List.of("m2"), ids(ask));
        await().until(() -> inbox().isEmpty());
        assertEquals(List.of(), ids(ask));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&afterdownload=", "&afterdownload=untouch", "&afterdownload=untouched"})
    void messagesShouldComeAgainWhenTheyAreToBeLeftAlone(String wish) throws IOException {
        assertEquals(3, ids("action=receivemessage" + wish).size());
        assertEquals(3, ids("action=receivemessage" + wish).size());
    }

    /** With linger the client resets its connection; without it, it says that it has nothing more to say, and is gone. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clientThatCutItsConnectionBeforeTheAnswerShouldGetTheSameAgain(boolean reset) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        api.store().before(() -> {
            calls.incrementAndGet();
            asked.countDown();
            waitFor(gone);
        });
        try (Socket client = new Socket("127.0.0.1", api.port())) {
            client.setSoLinger(reset, 0);
            client.getOutputStream().write(request("GET", DELETE));
            asked.await();
        }
        gone.countDown();
        api.idle();
        assertEquals(List.of("m0", "m1", "m2"), ids("action=receivemessage"));
        assertEquals(2, calls.get(), "the store was told to delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientOfHttpsShouldBeKnownToWaitOrToBeGone(String version) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        api.store().before(() -> {
            asked.countDown();
            waitFor(gone);
        });
        try (Socket client = https(version)) {
            client.getOutputStream().write(request("GET", DELETE));
            asked.await();
        }
        gone.countDown();
        api.idle();
        assertEquals(3, inbox().size());
        try (Socket client = https(version)) {
            client.getOutputStream().write(request("GET", DELETE));
            client.getInputStream().readAllBytes();
        }
        await().until(() -> inbox().isEmpty());
    }

    private static Socket https(String version) throws Exception {
        SSLContext context = SSLContext.getInstance(version);
        context.init(null, new TrustManager[] {new TlsTest.TrustAll()}, null);
        return context.getSocketFactory().createSocket("127.0.0.1", Integer.parseInt(HTTPS));
    }

    @Test
    void headShouldDeleteNothingSinceItsAnswerHasNoMessages() throws Exception {
        try (Socket client = new Socket("127.0.0.1", api.port())) {
            client.getOutputStream().write(request("HEAD", DELETE));
            assertTrue(client.getInputStream().readAllBytes().length > 0);
        }
        api.idle();
        assertEquals(3, ids("action=receivemessage").size());
    }

    @Test
    void storeThatFailsToDeleteShouldHandOutTheSameAgain() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        api.store().before(() -> {
            if (calls.incrementAndGet() > 1) {
                throw new StoreUnavailableException("down", null);
            }
        });
        assertEquals(3, ids(DELETE).size());
        await().until(() -> calls.get() == 2);
        api.store().before(() -> {});
        assertEquals(3, ids(DELETE).size());
        await().until(() -> inbox().isEmpty());
    }

    private static byte[] request(String method, String query) {
        return (method + " /api?" + TestApi.LOGIN + "&" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<FolderItem> inbox() {
        return api.store().folder("admin", Folder.INBOX);
    }

    private static List<String> ids(String query) throws IOException {
        return Xml.values(api.ask(query).text(), "messageid");
    }
}
