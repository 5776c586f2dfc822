package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send an octet now and then, many more than there are threads, and one among them that does not. */
class SlowClientsTest {

    private static final int CLIENTS = 500;
    private static final int ROUNDS = 3;

    private final List<SocketChannel> clients = new ArrayList<>();

    @TempDir
    Path data;

    private RunningGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = RunningGateway.start(data, FreePort.next(), "SMS_HTTP_THREADS", "16");
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
    void slowHeadsAndBodiesShouldNotKeepOthersWaiting() throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(client(i % 2 == 0 ? "GET /api HTTP/1.1\r\nX: " : Wire.post("Content-Length: 50000") + "a="));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (SocketChannel client : clients) {
                assertEquals(1, client.write(ByteBuffer.wrap(new byte[] {'x'})));
            }
            // a thread that waits for a body stays in its handler; others may be served beside it by luck
            await().untilAsserted(() -> assertEquals(List.of(), threadsInHandlers()));
            await().atMost(Duration.ofSeconds(5)).until(() -> isAccepted(gateway.send("recipient=1234&messagedata=x")));
        }
    }

    @Test
    void slowBodyShouldBeReadToItsEnd() throws IOException {
        String form = Wire.form("at+last");
        try (Wire wire = Wire.to(gateway.port())) {
            wire.send(Wire.post("Content-Length: " + form.length()));
            for (char octet : form.toCharArray()) {
                wire.send(String.valueOf(octet));
            }
            assertTrue(wire.answer().contains("<messagedata0>at last</messagedata0>"));
        }
    }

    private static List<String> threadsInHandlers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue()).anyMatch(SlowClientsTest::isHandler))
                .map(thread -> thread.getKey().getName())
                .toList();
    }

    private static boolean isHandler(StackTraceElement frame) {
        return frame.getMethodName().equals("handle")
                && frame.getClassName().startsWith("org.eclipse.jetty.server.handler.");
    }

    private static boolean isAccepted(String answer) {
        return Xml.values(answer, "statuscode").equals(List.of("0"));
    }

    private SocketChannel client(String begin) throws IOException {
        SocketChannel client = SocketChannel.open(new InetSocketAddress("127.0.0.1", gateway.port()));
        client.write(ByteBuffer.wrap(begin.getBytes(StandardCharsets.US_ASCII)));
        client.configureBlocking(false);
        return client;
    }
}
