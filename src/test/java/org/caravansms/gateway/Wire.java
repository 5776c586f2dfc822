package org.caravansms.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A bare connection of an HTTP client, which can say anything at any pace. */
public final class Wire implements AutoCloseable {

    private static final int MOST_MILLIS = 20_000;
    private static final String LOGIN = "action=sendmessage&username=admin&password=abc123&";

    private final Socket socket;

    public Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(MOST_MILLIS);
    }

    public static Wire to(int port) throws IOException {
        return new Wire(new Socket("127.0.0.1", port));
    }

    /** A form that sends one message. */
    public static String form(String text) {
        return LOGIN + "messagecount=1&recipient0=111222&messagedata0=" + text;
    }

    /** A form of so many octets that sends nothing. */
    public static String formOf(int octets) {
        return "action=nothing&filler=" + "x".repeat(octets - 22);
    }

    /** The head of a POST of a form, with the headers given and the empty line. */
    public static String post(String... headers) {
        return "POST /api HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
    }

    public static String postOf(String form, String... headers) {
        return post("Content-Length: " + form.length() + (headers.length == 0 ? "" : "\r\n")
                        + String.join("\r\n", headers))
                + form;
    }

    public Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        socket.getOutputStream().flush();
        return this;
    }

    /** Says that nothing more will come. */
    public void end() throws IOException {
        socket.shutdownOutput();
    }

    /** One answer: its head, an empty line and as much as its Content-Length says. */
    public String answer() throws IOException {
        String head = head();
        int length = head.contains("Content-Length: ")
                ? Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"))
                : 0;
        return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    /** The head of an answer, with its empty line. */
    public String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed after: " + head);
            }
            head.write(octet);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whatever still comes until the gateway closes the connection. */
    public String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public boolean hasAnswer() throws IOException {
        return socket.getInputStream().available() > 0;
    }

    /** Whether the gateway has closed the connection by now. */
    public boolean isEnded() throws IOException {
        socket.setSoTimeout(10);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
