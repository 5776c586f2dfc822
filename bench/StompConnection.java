package bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A producer on {@code sms.submit} over STOMP, which takes as little of the processors as the client of HTTP. */
final class StompConnection implements BenchConnection {
    private static final int TIMEOUT_MILLIS = 150_000;
    private static final String REPLIES = "sms.reply." + BenchGateway.USER;
    private static final String CONNECT = "CONNECT\naccept-version:1.2\nhost:/\nlogin:" + BenchGateway.USER
            + "\npasscode:" + BenchGateway.PASSWORD + "\n\n\0";
    private static final String LAST = "SUBSCRIBE\nid:1\nack:auto\ndestination:" + REPLIES
            + "\n\n\0SEND\ndestination:sms.submit\nreply-to:" + REPLIES
            + "\n\n{\"to\":\"+36201234567\",\"text\":\"last\"}\0";

    private final Requests requests;
    private final Socket socket;
    private final byte[] answers = new byte[64 * 1024];

    StompConnection(Requests requests, int port) throws IOException {
        this.requests = requests;
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        ask(CONNECT.getBytes(StandardCharsets.US_ASCII), 1);
    }

    @Override
    public int send() throws IOException {
        ask(requests.next(), requests.api() == BenchApi.STOMP ? 1 : requests.messages());
        return requests.messages();
    }

    @Override
    public int finish() throws IOException {
        ask(LAST.getBytes(StandardCharsets.US_ASCII), 1);
        return 1;
    }

    /** Each frame of an answer ends with a null octet; one that refuses also ends the connection. */
    private void ask(byte[] frames, int expected) throws IOException {
        socket.getOutputStream().write(frames);
        for (int missing = expected; missing > 0; ) {
            int length = socket.getInputStream().read(answers);
            if (length < 0) {
                throw new EOFException("a producer was refused");
            }
            for (int i = 0; i < length; i++) {
                missing -= answers[i] == 0 ? 1 : 0;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
