package org.caravansms.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;

/** A client that knows nothing of SMPP but the length in front of a PDU. */
final class WireClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;

    private WireClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    static WireClient connected(int port) throws IOException {
        return new WireClient(new Socket("127.0.0.1", port));
    }

    /** A client on a socket that is connected already. */
    static WireClient on(Socket socket) throws IOException {
        return new WireClient(socket);
    }

    static WireClient bound(int port) throws IOException {
        WireClient client = connected(port);
        client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "esme", "secret"));
        return client;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void send(WirePdu pdu) throws IOException {
        send(pdu.bytes());
    }

    WireResponse ask(WirePdu pdu) throws IOException {
        send(pdu);
        return receive();
    }

    WireResponse receive() throws IOException {
        int length = in.readInt();
        ByteBuffer pdu = ByteBuffer.allocate(length).putInt(length);
        in.readFully(pdu.array(), Integer.BYTES, length - Integer.BYTES);
        return new WireResponse(pdu.array());
    }

    /** The next octet as it is. */
    int octet() throws IOException {
        return in.read();
    }

    int available() throws IOException {
        return in.available();
    }

    /** Whether the other side ended the connection, with or without a reset. */
    boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
