package org.caravansms.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on the port and opens a connection for each client. */
final class Acceptor implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);
    private static final int BACKLOG = 100;

    private final ServerSocket server;
    private final Connections connections;
    private final Daemon thread;

    private Acceptor(ServerSocket server, Connections connections) {
        this.server = server;
        this.connections = connections;
        this.thread = Daemon.start("simulator-acceptor", this::run);
    }

    static Acceptor listen(SimulatorOptions options, Connections connections) throws IOException {
        return new Acceptor(bind(options.listening()), connections);
    }

    private static ServerSocket bind(Listening listening) throws IOException {
        String host = listening.host();
        int port = listening.port();
        ServerSocket server = listening.tls() == null ? new ServerSocket() : tls(listening);
        try {
            // else the port stays taken for minutes after a simulator that closed its connections
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(host, port), BACKLOG);
            return server;
        } catch (IOException e) {
            server.close();
            throw new IOException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    // the handshake is made by the thread of each connection, with its first read
    private static ServerSocket tls(Listening listening) throws IOException {
        SSLServerSocket server =
                (SSLServerSocket) listening.tls().getServerSocketFactory().createServerSocket();
        server.setNeedClientAuth(listening.needClientCertificate());
        return server;
    }

    int port() {
        return server.getLocalPort();
    }

    private void run() {
        while (!server.isClosed()) {
            accept();
        }
    }

    private void accept() {
        try {
            connections.open(server.accept());
        } catch (IOException e) {
            // the usual way out: close() wakes accept() with an exception
            if (!server.isClosed()) {
                LOG.warn("A client could not connect", e);
            }
        }
    }

    /** When it returns the port is free: the system keeps it as long as the thread is still in accept. */
    @Override
    public void close() throws IOException {
        server.close();
        thread.awaitEnd();
    }
}
