package bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A persistent connection of HTTP. It counts the accepted messages of an answer and takes little of the processors. */
final class HttpConnection implements BenchConnection {
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int BUFFER = 64 * 1024;

    private final Requests requests;
    private final Socket socket;
    private final InputStream in;
    private final String accepted;

    HttpConnection(Requests requests, int port) throws IOException {
        this.requests = requests;
        // once for each accepted message; in an echoed text its quotes or brackets are escaped
        this.accepted = requests.api() == BenchApi.FORM ? ">0</statuscode" : "\"status\":\"SUCCESS\"";
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    @Override
    public int send() throws IOException {
        socket.getOutputStream().write(requests.next());
        String answer = body();
        int count = 0;
        for (int at = answer.indexOf(accepted); at >= 0; at = answer.indexOf(accepted, at + 1)) {
            count++;
        }
        return count;
    }

    private String body() throws IOException {
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        return length < 0 ? chunks() : new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            body.write(in.readNBytes(size));
            line();
        } while (size > 0);
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the gateway closed a connection");
            }
            line.append((char) next);
        }
        return line.toString().trim();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
