package org.caravansms.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.http.MessageConstraintException;
import org.caravansms.message.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request of a callback, on real sockets. */
class CallUrlTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final byte[] MEBIBYTE = new byte[1024 * 1024];

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private CallUrl anywhere;
    private CallUrl publicOnly;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        anywhere = call(SystemDefaultDnsResolver.INSTANCE, true);
        publicOnly = call(SystemDefaultDnsResolver.INSTANCE, false);
    }

    @AfterEach
    void stop() throws IOException {
        anywhere.close();
        publicOnly.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private static CallUrl call(DnsResolver names, boolean privateNetworks) {
        return new CallUrl(new Webhooks(Map.of()), names, privateNetworks, 2, PATIENCE);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        seen.add(exchange.getRequestHeaders().getFirst("Host") + " " + path);
        switch (path) {
            case "/moved" -> exchange.getResponseHeaders().add("Location", "http://localhost:" + port() + "/inner");
            case "/later" -> exchange.getResponseHeaders().add("Retry-After", "120");
            default -> exchange.getResponseHeaders().add("Set-Cookie", "a=b");
        }
        exchange.sendResponseHeaders(path.equals("/moved") ? 302 : 200, path.equals("/large") ? 0 : -1);
        try (OutputStream body = path.equals("/large") ? exchange.getResponseBody() : OutputStream.nullOutputStream()) {
            for (int i = 0; i < 20; i++) {
                body.write(MEBIBYTE);
            }
        } finally {
            exchange.close();
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    @Test
    void nameThatWasCheckedShouldBeConnectedToAtTheAddressThatWas() throws Exception {
        try (CallUrl call = call(PublicAddressesTest.answering("rebound.example.com", "127.0.0.1"), true)) {
            assertEquals(
                    200,
                    call.call(to("http://rebound.example.com:" + port() + "/x")).status());
        }
        assertEquals(List.of("rebound.example.com:" + port() + " /x"), seen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://2130706433:%d/",
                "http://127.1:%d/",
                "http://0.0.0.0:%d/",
                "http://1.1.1.1@127.0.0.1:%d/",
                "http://127.0.0.1:%d/#@1.1.1.1",
                "https://localhost:%d/"
            })
    void thisMachineShouldNotBeReached(String url) {
        assertThrows(IOException.class, () -> publicOnly.call(to(url.formatted(port()))));
        assertEquals(List.of(), seen);
    }

    @Test
    void nameOfThisMachineShouldNotBeReached() throws Exception {
        try (CallUrl call = call(PublicAddressesTest.answering("evil.example.com", "127.0.0.1", "::1"), false)) {
            assertThrows(IOException.class, () -> call.call(to("http://evil.example.com:" + port() + "/")));
        }
        assertEquals(List.of(), seen);
    }

    @Test
    void redirectShouldNotBeFollowed() throws Exception {
        assertEquals(
                302, anywhere.call(to("http://127.0.0.1:" + port() + "/moved")).status());
        assertEquals(1, seen.size());
    }

    @Test
    void largeAnswerShouldBeCutAndCountForWhatItsStatusSays() throws Exception {
        assertEquals(
                200, anywhere.call(to("http://127.0.0.1:" + port() + "/large")).status());
        assertEquals(
                120, anywhere.call(to("http://127.0.0.1:" + port() + "/later")).retryAfterSeconds());
    }

    /** They would be in memory until the timeout. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Many: x\r\n", "X-Long: xxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void endlessHeadersShouldEndTheCall(String header) throws Exception {
        try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> repeat(header, endless));
            Callback callback = to("http://127.0.0.1:" + endless.getLocalPort() + "/");
            assertThrows(MessageConstraintException.class, () -> anywhere.call(callback));
        }
    }

    private static void repeat(String header, ServerSocket endless) {
        try (Socket client = endless.accept()) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes());
            byte[] headers = header.repeat(1000).getBytes();
            while (true) {
                client.getOutputStream().write(headers);
            }
        } catch (IOException e) {
            // the client hung up, as it should
        }
    }

    /** An octet now and then keeps a socket's own timeout away. */
    @Test
    void answerThatDripsShouldBeCutAtTheTimeout() throws Exception {
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> drip(slow));
            long start = System.nanoTime();
            assertThrows(IOException.class, () -> anywhere.call(to("http://127.0.0.1:" + slow.getLocalPort() + "/")));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(PATIENCE.multipliedBy(3)) < 0);
        }
    }

    private static void drip(ServerSocket slow) {
        try (Socket client = slow.accept()) {
            InputStream in = client.getInputStream();
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes());
            client.setSoTimeout(100);
            while (true) {
                client.getOutputStream().write('x');
                client.getOutputStream().flush();
                waitForNothing(in);
            }
        } catch (IOException e) {
            // the client hung up, as it should
        }
    }

    private static void waitForNothing(InputStream in) throws IOException {
        try {
            while (in.read() >= 0) {
                // the request
            }
            throw new IOException("closed");
        } catch (java.net.SocketTimeoutException e) {
            // a tenth of a second is over
        }
    }

    private static Callback to(String url) {
        return new Callback("submitted-1-2", "1", "any", url, "", "", Instant.EPOCH);
    }
}
