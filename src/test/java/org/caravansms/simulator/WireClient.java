package org.caravansms.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;

/** A client that knows nothing of SMPP but the length in front of a PDU. */
public final class WireClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream in;

    private WireClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    public static WireClient connected(int port) throws IOException {
        return new WireClient(new Socket("127.0.0.1", port));
    }

    /** A client on a socket that is connected already. */
    public static WireClient on(Socket socket) throws IOException {
        return new WireClient(socket);
    }

    public static WireClient bound(int port) throws IOException {
        return bound(port, WirePdu.BIND_TRANSCEIVER, "esme");
    }

    public static WireClient bound(int port, int bind, String systemId) throws IOException {
        return bound(port, bind, systemId, "secret");
    }

    public static WireClient bound(int port, int bind, String systemId, String password) throws IOException {
        WireClient client = connected(port);
        client.ask(WirePdu.bind(bind, systemId, password));
        return client;
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    public void send(WirePdu pdu) throws IOException {
        send(pdu.bytes());
    }

    public WireResponse ask(WirePdu pdu) throws IOException {
        send(pdu);
        return receive();
    }

    public WireResponse receive() throws IOException {
        int length = in.readInt();
        ByteBuffer pdu = ByteBuffer.allocate(length).putInt(length);
        in.readFully(pdu.array(), Integer.BYTES, length - Integer.BYTES);
        return new WireResponse(pdu.array());
    }

    /** The next PDU of this kind; others before it are skipped. */
    public WireResponse receive(int commandId) throws IOException {
        WireResponse pdu = receive();
        while (pdu.commandId() != commandId) {
            pdu = receive();
        }
        return pdu;
    }

    /** The next deliver_sm, answered with this status. */
    public WireResponse answerNext(int status) throws IOException {
        WireResponse delivery = receive(WirePdu.DELIVER_SM);
        send(WirePdu.response(delivery, status));
        return delivery;
    }

    /** The next octet as it is. */
    public int octet() throws IOException {
        return in.read();
    }

    /** Whether nothing came: an enquire_link is answered, and nothing stands before or behind its response. */
    public boolean isSilent() throws IOException {
        return ask(WirePdu.empty(WirePdu.ENQUIRE_LINK, 77)).commandId() == 0x80000015 && in.available() == 0;
    }

    public int available() throws IOException {
        return in.available();
    }

    /** Whether the other side ended the connection, with or without a reset. */
    public boolean isEnded() throws IOException {
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
