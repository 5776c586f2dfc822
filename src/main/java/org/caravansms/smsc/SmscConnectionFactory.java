package org.caravansms.smsc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.camel.util.function.ThrowingFunction;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * Opens the connection of a session. It looks the name up each time and tries each address, so that an SMSC may move.
 * Without TCP_NODELAY the kernel would delay a small PDU until the SMSC has acknowledged the one before.
 *
 * @param names looks a name up
 * @param tls null for connections in the clear
 */
record SmscConnectionFactory(
        ThrowingFunction<String, InetAddress[], UnknownHostException> names, Duration timeout, Tls tls)
        implements ConnectionFactory {

    SmscConnectionFactory(Duration timeout, Tls tls) {
        this(InetAddress::getAllByName, timeout, tls);
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        IOException failure = new UnknownHostException(host);
        for (InetAddress address : names.apply(host)) {
            try {
                return new SocketConnection(connected(new InetSocketAddress(address, port), host));
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    Socket connected(InetSocketAddress address, String host) throws IOException {
        int timeoutMillis = (int) Math.max(1, timeout.toMillis());
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, timeoutMillis);
            return tls == null ? socket : tls.over(socket, host, timeoutMillis);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
