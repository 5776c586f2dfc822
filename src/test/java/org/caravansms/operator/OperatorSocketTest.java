package org.caravansms.operator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the operator's socket hears, and what it puts up with. */
class OperatorSocketTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("caravan.sock");
    }

    @Test
    void lineShouldBeAnsweredAndTheConnectionEnded() throws Exception {
        try (OperatorSocket socket = echo()) {
            assertEquals("0\nheard dead list\n", ask("dead list\nmore"));
            assertEquals("0\nheard ärger\n", ask("ärger\n"));
        }
    }

    @Test
    void socketShouldBeItsOwnersOnlyAndGoWithTheGateway() throws Exception {
        OperatorSocket socket = echo();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
        socket.close();
        assertFalse(Files.exists(file));
    }

    @Test
    void socketOfAKilledGatewayShouldBeReplaced() throws Exception {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(file));
        }
        Files.createDirectory(folder.resolve(".sock"));
        Files.createFile(folder.resolve(".sock/s"));
        assertTrue(Files.exists(file));
        try (OperatorSocket socket = echo()) {
            assertEquals("0\nheard again\n", ask("again\n"));
        }
    }

    @Test
    void secondGatewayShouldNotTakeTheSocketOfTheFirst() throws Exception {
        try (OperatorSocket socket = echo()) {
            IOException refused = assertThrows(IOException.class, this::echo);
            assertEquals("another gateway listens there", refused.getMessage());
            assertEquals("0\nheard still\n", ask("still\n"));
        }
    }

    @Test
    void pathThatIsTooLongShouldBeRefusedAndLeaveNothing() throws Exception {
        file = Files.createDirectory(folder.resolve("x".repeat(120))).resolve("caravan.sock");
        assertTrue(assertThrows(IOException.class, this::echo).getMessage().contains("too long"));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void endlessLineShouldBeRefused() throws Exception {
        try (OperatorSocket socket = echo();
                SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            ByteBuffer much = ByteBuffer.allocate(10_000_000);
            assertThrows(IOException.class, () -> {
                while (much.hasRemaining()) {
                    client.write(much);
                }
            });
            assertEquals("0\nheard me\n", ask("me\n"));
        }
    }

    @Test
    void halfALineShouldNotBeDone() throws Exception {
        try (OperatorSocket socket = echo();
                SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            client.write(StandardCharsets.UTF_8.encode("dead drop --all"));
            client.shutdownOutput();
            assertTrue(read(client).startsWith("2\nA command is a line"));
        }
    }

    @Test
    void garbageShouldBeAnsweredAndHarmNobody() throws Exception {
        Random random = new Random(4711);
        try (OperatorSocket socket = echo()) {
            for (int i = 0; i < 200; i++) {
                byte[] garbage = new byte[1 + random.nextInt(3000)];
                random.nextBytes(garbage);
                garbage[garbage.length - 1] = '\n';
                try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
                    client.write(ByteBuffer.wrap(garbage));
                    assertTrue(read(client).matches("(?s)0\nheard .*"));
                }
            }
        }
    }

    @Test
    void silentClientsShouldBeCutOff() throws Exception {
        List<SocketChannel> silent = new ArrayList<>();
        try (OperatorSocket socket = echo()) {
            for (int i = 0; i < 4; i++) {
                silent.add(SocketChannel.open(UnixDomainSocketAddress.of(file)));
            }
            for (SocketChannel client : silent) {
                assertEquals("", read(client));
            }
            await().until(() -> ask("then\n").equals("0\nheard then\n"));
        } finally {
            for (SocketChannel client : silent) {
                client.close();
            }
        }
    }

    private OperatorSocket echo() throws IOException {
        return new OperatorSocket(file, (line, progress) -> new Reply(0, List.of("heard " + line)));
    }

    private String ask(String line) throws IOException {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            client.write(StandardCharsets.UTF_8.encode(line));
            return read(client);
        }
    }

    private static String read(SocketChannel client) throws IOException {
        return new String(Channels.newInputStream(client).readAllBytes(), StandardCharsets.UTF_8);
    }
}
