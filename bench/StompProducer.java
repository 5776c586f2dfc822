package bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/**
 * A program that puts messages on {@code sms.submit} over STOMP, from requests rendered beforehand, so that it takes as
 * little of the processors as the client of HTTP.
 */
final class StompProducer implements QueueProducer {
    private static final int TIMEOUT_MILLIS = 150_000;
    private static final String REPLIES = "sms.reply." + BenchGateway.USER;
    private static final String CONNECT = "CONNECT\naccept-version:1.2\nhost:/\nlogin:" + BenchGateway.USER
            + "\npasscode:" + BenchGateway.PASSWORD + "\n\n\0";
    private static final String LAST = "SUBSCRIBE\nid:1\nack:auto\ndestination:" + REPLIES
            + "\n\n\0SEND\ndestination:sms.submit\nreply-to:" + REPLIES
            + "\n\n{\"to\":\"+36201234567\",\"text\":\"last\"}\0";

    private final Case item;
    private final Requests requests;
    private final SocketChannel channel;
    private final ByteBuffer answers = ByteBuffer.allocate(64 * 1024);
    private final LongStream.Builder nanos = LongStream.builder();
    private ByteBuffer own = ByteBuffer.allocateDirect(0);
    private int sent;

    StompProducer(Case item, Requests requests, BenchBroker broker) throws IOException {
        this.item = item;
        this.requests = requests;
        channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", broker.port()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().setSoTimeout(TIMEOUT_MILLIS);
        ask(ascii(CONNECT), 1);
    }

    @Override
    public long[] run(long deadline, int most) throws IOException {
        while (sent + item.messages() < most && System.nanoTime() < deadline) {
            long begun = System.nanoTime();
            ask(bytes(requests.next()), item.api() == BenchApi.STOMP ? 1 : item.messages());
            sent += item.messages();
            nanos.add(System.nanoTime() - begun);
        }
        ask(ascii(LAST), 1);
        sent++;
        return nanos.build().toArray();
    }

    private ByteBuffer bytes(Request next) {
        if (own.capacity() < next.size()) {
            own = ByteBuffer.allocateDirect(next.size() + next.size() / 16);
        }
        return next.hasBlanks() ? next.stampInto(own) : next.bytes().duplicate();
    }

    private static ByteBuffer ascii(String frames) {
        return ByteBuffer.wrap(frames.getBytes(StandardCharsets.US_ASCII));
    }

    /** Each frame of an answer ends with a null octet; one that refuses also ends the connection. */
    private void ask(ByteBuffer frames, int expected) throws IOException {
        while (frames.hasRemaining()) {
            channel.write(frames);
        }
        for (int missing = expected; missing > 0; ) {
            int length = channel.socket().getInputStream().read(answers.array());
            if (length < 0) {
                throw new EOFException("a producer was refused");
            }
            for (int i = 0; i < length; i++) {
                missing -= answers.get(i) == 0 ? 1 : 0;
            }
        }
    }

    @Override
    public int sent() {
        return sent;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
