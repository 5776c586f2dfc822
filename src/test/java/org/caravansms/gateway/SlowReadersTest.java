package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that ask and do not read what they are told, more of them than there are threads, and one among them that does. */
class SlowReadersTest {

    private static final int THREADS = 16;
    private static final int CLIENTS = 63;
    private static final String DOCUMENT = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private final List<SocketChannel> clients = new ArrayList<>();

    @TempDir
    Path data;

    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = RunningGateway.start(
                data,
                FreePort.next(),
                "SMS_HTTP_THREADS",
                Integer.toString(THREADS),
                "SMS_HTTP_BODY_TIMEOUT_MILLIS",
                "4000",
                "SMS_HTTP_MAX_CONNECTIONS_PER_ADDRESS",
                Integer.toString(CLIENTS + 2));
        gateway.send("recipient=111222&messagedata=warm");
    }

    @AfterEach
    void stop() throws Exception {
        for (SocketChannel client : clients) {
            client.close();
        }
        gateway.close();
    }

    @Test
    void clientsThatDoNotReadShouldHoldNoThreadAndBeCut() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(client());
        }
        assertAnsweredWithin(5000);
        for (int i = 0; i < 20; i++) {
            assertAnsweredWithin(3000);
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> clients.stream().allMatch(SlowReadersTest::isCut));
        assertAnsweredWithin(3000);
    }

    @Test
    void clientShouldHaveSoManyConnectionsAndNoMore() throws IOException {
        for (int i = 0; i < CLIENTS + 1; i++) {
            clients.add(SocketChannel.open(new InetSocketAddress("127.0.0.1", gateway.port())));
        }
        await().until(() -> {
            try (Socket more = new Socket("127.0.0.1", gateway.port())) {
                more.setSoTimeout(1000);
                return more.getInputStream().read() < 0;
            }
        });
        clients.remove(0).close();
        await().untilAsserted(() -> {
            try (Wire wire = Wire.to(gateway.port())) {
                assertTrue(wire.send(DOCUMENT).answer().startsWith("HTTP/1.1 200 "));
            }
        });
    }

    private void assertAnsweredWithin(long mostMillis) {
        long start = System.nanoTime();
        assertEquals(List.of("0"), Xml.values(gateway.send("recipient=111222&messagedata=x"), "statuscode"));
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        assertTrue(millis < mostMillis, millis + " ms");
    }

    /** Asks 40 times for 2 MB in all, and has room for next to nothing of it. */
    private SocketChannel client() throws IOException {
        SocketChannel client = SocketChannel.open();
        client.setOption(StandardSocketOptions.SO_RCVBUF, 1024);
        client.connect(new InetSocketAddress("127.0.0.1", gateway.port()));
        client.write(ByteBuffer.wrap(DOCUMENT.repeat(40).getBytes(StandardCharsets.US_ASCII)));
        client.configureBlocking(false);
        return client;
    }

    /** A connection that was reset fails when something is written to it. */
    private static boolean isCut(SocketChannel client) {
        try {
            client.write(ByteBuffer.wrap(new byte[] {' '}));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
