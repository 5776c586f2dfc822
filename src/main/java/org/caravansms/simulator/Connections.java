package org.caravansms.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The connections that are open, each with the thread that serves it. */
final class Connections implements Closeable {
    private final Service service;
    private final Map<EsmeConnection, Daemon> open = new HashMap<>();
    private boolean closed;

    Connections(Service service) {
        this.service = service;
    }

    synchronized void open(Socket socket) throws IOException {
        // a client can come in while the simulator closes: it must not stay
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
            ended(connection);
        }
    }

    private synchronized void ended(EsmeConnection connection) {
        open.remove(connection);
    }

    /** Closes all and waits a moment for their threads, so that nothing is written afterwards. */
    @Override
    public void close() throws IOException {
        for (Daemon thread : closeSockets()) {
            thread.awaitEnd();
        }
    }

    private synchronized List<Daemon> closeSockets() throws IOException {
        closed = true;
        for (EsmeConnection connection : open.keySet()) {
            connection.close();
        }
        return new ArrayList<>(open.values());
    }
}
