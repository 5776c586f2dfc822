package org.caravansms.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An answer as it crossed the wire.
 *
 * @param head the status line and the headers
 * @param octets the body
 */
public record HttpAnswer(String head, byte[] octets) {

    private static final int MOST_MILLIS = 60_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** Says what it is given and hears all that comes. */
    public static HttpAnswer to(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(MOST_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            byte[] all = socket.getInputStream().readAllBytes();
            String characters = new String(all, StandardCharsets.ISO_8859_1);
            int end = characters.indexOf(END_OF_HEAD);
            return new HttpAnswer(
                    characters.substring(0, end), Arrays.copyOfRange(all, end + END_OF_HEAD.length(), all.length));
        }
    }

    public static HttpAnswer toPost(int port, String address, String contentType, String body, String... headers)
            throws IOException {
        String more = Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining());
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return to(
                port,
                "POST " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: " + contentType
                        + "\r\nContent-Length: " + length + "\r\n" + more + "\r\n" + body);
    }

    public int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    public String text() {
        return new String(octets, StandardCharsets.UTF_8);
    }

    /** @return the header's value, or null */
    public String header(String name) {
        return headers().stream()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse(null);
    }

    public List<String> headerNames() {
        return headers().stream().map(line -> line.replaceAll(":.*", "")).toList();
    }

    private List<String> headers() {
        return head.lines().skip(1).toList();
    }
}
