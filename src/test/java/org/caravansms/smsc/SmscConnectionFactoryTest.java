package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jsmpp.session.connection.Connection;
import org.junit.jupiter.api.Test;

/** Where a name leads to, on the addresses of the loopback network. */
class SmscConnectionFactoryTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Test
    void nameShouldBeLookedUpAtEachConnect() throws IOException {
        Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.3"));
        try (ServerSocket server = new ServerSocket(0)) {
            SmscConnectionFactory connections =
                    new SmscConnectionFactory(host -> addresses(answers.remove()), TIMEOUT, null);
            assertEquals("127.0.0.2", peer(connections, server));
            assertEquals("127.0.0.3", peer(connections, server));
        }
    }

    @Test
    void nextAddressShouldBeTriedWhenNobodyIsAtTheFirst() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.3"))) {
            SmscConnectionFactory connections =
                    new SmscConnectionFactory(host -> addresses("127.0.0.2", "127.0.0.3"), TIMEOUT, null);
            assertEquals("127.0.0.3", peer(connections, server));
        }
    }

    @Test
    void failureShouldBeThatOfTheLastAddress() throws IOException {
        int port;
        try (ServerSocket server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        SmscConnectionFactory connections =
                new SmscConnectionFactory(host -> addresses("127.0.0.2", "127.0.0.3"), TIMEOUT, null);
        assertThrows(ConnectException.class, () -> connections.createConnection("smsc.test", port));
    }

    @Test
    void unknownNameShouldBeSaid() {
        SmscConnectionFactory connections = new SmscConnectionFactory(TIMEOUT, null);
        assertThrows(UnknownHostException.class, () -> connections.createConnection("smsc.invalid", 2775));
    }

    @Test
    void smallPdusShouldNotWaitForAnAcknowledgement() throws IOException {
        try (ServerSocket server = new ServerSocket(0);
                Socket socket = new SmscConnectionFactory(TIMEOUT, null)
                        .connected(new InetSocketAddress("127.0.0.1", server.getLocalPort()), "smsc.test")) {
            assertTrue(socket.getTcpNoDelay());
        }
    }

    private static String peer(SmscConnectionFactory connections, ServerSocket server) throws IOException {
        Connection connection = connections.createConnection("smsc.test", server.getLocalPort());
        String address = connection.getInetAddress().getHostAddress();
        connection.close();
        return address;
    }

    private static InetAddress[] addresses(String... addresses) throws UnknownHostException {
        InetAddress[] found = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            found[i] = InetAddress.getByName(addresses[i]);
        }
        return found;
    }
}
