package org.caravansms.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on the port, and opens a connection with a thread of its own for each client. */
final class Acceptor implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);
    private static final int BACKLOG = 100;

    private final ServerSocket server;
    private final Service service;
    private final Map<EsmeConnection, Daemon> open = new HashMap<>();
    private final Daemon thread;
    private boolean closed;

    private Acceptor(ServerSocket server, Service service) {
        this.server = server;
        this.service = service;
        this.thread = Daemon.start("simulator-acceptor", this::run);
    }

    static Acceptor listen(Service service) throws IOException {
        SimulatorOptions options = service.options();
        ServerSocket server = options.tls == null ? new ServerSocket() : tls(options);
        try {
            // else the port stays taken for minutes after a simulator that closed its connections
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(options.host, options.port), BACKLOG);
            return new Acceptor(server, service);
        } catch (IOException e) {
            server.close();
            throw new IOException("cannot listen on " + options.host + ":" + options.port + ": " + e.getMessage(), e);
        }
    }

    // the handshake is made by the thread of each connection, with its first read
    private static ServerSocket tls(SimulatorOptions options) throws IOException {
        SSLServerSocket server =
                (SSLServerSocket) options.tls.getServerSocketFactory().createServerSocket();
        server.setNeedClientAuth(options.needClientCertificate);
        return server;
    }

    int port() {
        return server.getLocalPort();
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                open(server.accept());
            } catch (IOException e) {
                // the usual way out: close() wakes accept() with an exception
                if (!server.isClosed()) {
                    LOG.warn("A client could not connect", e);
                }
            }
        }
    }

    private synchronized void open(Socket socket) throws IOException {
        // a client can connect while the simulator closes
        if (closed) {
            socket.close();
            return;
        }
        EsmeConnection connection = new EsmeConnection(socket, service);
        open.put(connection, Daemon.start("simulator-" + socket.getPort(), () -> serve(connection)));
    }

    private void serve(EsmeConnection connection) {
        try {
            connection.run();
        } finally {
            synchronized (this) {
                open.remove(connection);
            }
        }
    }

    /** When it returns the port is free, all connections are closed and nothing is written any more. */
    @Override
    public void close() throws IOException {
        server.close();
        // the system holds the port as long as the thread is in accept
        thread.awaitEnd();
        for (Daemon connection : closeConnections()) {
            connection.awaitEnd();
        }
    }

    private synchronized List<Daemon> closeConnections() throws IOException {
        closed = true;
        for (EsmeConnection connection : open.keySet()) {
            connection.close();
        }
        return new ArrayList<>(open.values());
    }
}
