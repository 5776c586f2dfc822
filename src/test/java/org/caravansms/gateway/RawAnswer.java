package org.caravansms.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What came back for octets that may be no request at all.
 *
 * @param text all that came, an octet each character
 * @param isWhole whether the gateway ended it; a connection that it reset may have lost some
 */
record RawAnswer(String text, boolean isWhole) {

    private static final int MOST_MILLIS = 2_000;
    private static final Pattern STATUS = Pattern.compile("(?:^|\\n)HTTP/1\\.1 (\\d{3}) ");
    private static final Pattern ACCEPTED = Pattern.compile("<statuscode\\d*>0<|Status code: 0<br>"
            + "|\\.statuscode\\d*=0(?!\\d)|\"statuscode\":0(?!\\d)|\"status\":\"SUCCESS\"");
    private static final Pattern OWN_FAULT = Pattern.compile("code\\d*(>|=|: |\":)21(?!\\d)|INTERNAL_ERROR");

    /**
     * Sends octets on a connection of their own and no more after them, and reads to the end.
     *
     * @throws SocketTimeoutException when neither an answer nor the end comes in time
     */
    static RawAnswer to(byte[] request, int port, InetAddress from) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(MOST_MILLIS);
            boolean isSent = isSent(socket, request);
            RawAnswer answer = read(socket.getInputStream());
            return new RawAnswer(answer.text, answer.isWhole && isSent);
        }
    }

    /** The gateway may refuse a request, and be gone, before it has all of it. */
    private static boolean isSent(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static RawAnswer read(InputStream in) throws SocketTimeoutException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            in.transferTo(octets);
            return new RawAnswer(octets.toString(StandardCharsets.ISO_8859_1), true);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return new RawAnswer(octets.toString(StandardCharsets.ISO_8859_1), false);
        }
    }

    /** 501 and 505 are the client's fault: a transfer coding or a version of HTTP that there is not. */
    boolean isGatewaysFault() {
        return OWN_FAULT.matcher(text).find()
                || STATUS.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .anyMatch(status -> status.startsWith("5") && !status.equals("501") && !status.equals("505"));
    }

    int accepted() {
        return (int) ACCEPTED.matcher(text).results().count();
    }
}
