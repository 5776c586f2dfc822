package org.caravansms.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.caravansms.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that asks a gateway, where none runs, where it is silent, and where it is too busy to accept. */
class NoGatewayTest {

    @TempDir
    private Path folder;

    private Path socket;

    @BeforeEach
    void set() {
        socket = folder.resolve("caravan.sock");
        System.setProperty("sms.data-dir", folder.toString());
    }

    @AfterEach
    void reset() {
        System.clearProperty("sms.data-dir");
        System.clearProperty("sms.http.port");
    }

    @Test
    void everyCommandShouldBeInThisTest() {
        assertEquals(List.of(), EveryCommand.unlisted());
    }

    @Test
    void noneThatRunsShouldBeSaid() throws Exception {
        System.setProperty("sms.http.port", Integer.toString(FreePort.next()));
        assertEquals(List.of(), faults(EveryCommand.OF_THE_SOCKET, "The gateway is not running: no one listens at "));
        assertEquals(List.of(), faults(overHttp(), "No gateway answers: no one answers at http://127.0.0.1:"));
    }

    /** As a process that is stopped: its system accepts, and nothing comes. */
    @Test
    void silentOneShouldBeSaid() throws Exception {
        try (ServerSocketChannel silent = listen(socket, 0);
                ServerSocket http = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.setProperty("sms.http.port", Integer.toString(http.getLocalPort()));
            assertEquals(List.of(), faults(withOwn(), "The gateway does not answer at " + socket));
            assertEquals(List.of(), faults(overHttp(), "No gateway answers: no one answers at http://127.0.0.1:"));
        }
    }

    @Test
    void oneWhoseConnectionsAreAllInUseShouldBeSaid() throws Exception {
        try (ServerSocketChannel busy = listen(socket, 1);
                SocketChannel first = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                SocketChannel second = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            assertEquals(List.of(), faults(withOwn(), "The gateway does not answer at " + socket));
        }
    }

    private static ServerSocketChannel listen(Path socket, int backlog) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket), backlog);
    }

    /** A command of a team's own is known where a gateway has its socket. */
    private static List<String> withOwn() {
        return Stream.concat(EveryCommand.OF_THE_SOCKET.stream(), Stream.of("own command"))
                .toList();
    }

    private List<String> overHttp() throws IOException {
        String file = Files.writeString(folder.resolve("few.csv"), "to,text\n+36201234567,Hello\n")
                .toString();
        return Stream.concat(
                        EveryCommand.OF_HTTP.stream(),
                        Stream.of("send --csv " + file, "send --csv " + file + " --dry-run"))
                .toList();
    }

    /** Several at a time, as each waits. */
    private static List<String> faults(List<String> commands, String begin) throws Exception {
        ExecutorService some = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            commands.forEach(words -> all.add(some.submit(() -> EveryCommand.faults(List.of(words), begin))));
            List<String> faults = new ArrayList<>();
            for (Future<List<String>> each : all) {
                faults.addAll(each.get());
            }
            return faults;
        } finally {
            some.shutdownNow();
        }
    }
}
