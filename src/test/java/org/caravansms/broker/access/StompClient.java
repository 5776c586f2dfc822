package org.caravansms.broker.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** STOMP 1.2 by hand. */
final class StompClient implements AutoCloseable {

    private final Socket socket;

    StompClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
    }

    static StompClient connected(int port, String user) throws IOException {
        StompClient client = new StompClient(port);
        client.connect(user, BrokerWithClients.PASSWORD);
        return client;
    }

    /** @return the answer of the broker */
    String connect(String user, String password) throws IOException {
        return ask("CONNECT\naccept-version:1.2\nhost:activemq\nlogin:" + user + "\npasscode:" + password
                + "\nclient-id:" + user + "\n\n\0");
    }

    /** @param headers each with a line feed at its end */
    String send(String destination, String headers, String body) throws IOException {
        return ask("SEND\ndestination:" + destination + "\nreceipt:1\n" + headers + "\n" + body + "\0");
    }

    /** @return one frame, without its null octet */
    String ask(String frame) throws IOException {
        write(frame.getBytes(StandardCharsets.UTF_8));
        return read();
    }

    void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
    }

    String read() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int octet = socket.getInputStream().read();
                octet > 0;
                octet = socket.getInputStream().read()) {
            frame.write(octet);
        }
        return frame.toString(StandardCharsets.UTF_8).stripLeading();
    }

    /** Whether the broker ends the connection. */
    boolean isEnded() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // the rest of the last frame
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
