package bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One persistent connection with at most one request on it. */
final class BenchConnection implements AutoCloseable {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final BenchAnswer answer;
    private ByteBuffer own = ByteBuffer.allocateDirect(0);
    private ByteBuffer request;
    private long sentNanos;

    private BenchConnection(SocketChannel channel, Selector selector, BenchAnswer answer) throws IOException {
        this.channel = channel;
        this.answer = answer;
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static BenchConnection open(int port, Selector selector, BenchApi api) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new BenchConnection(channel, selector, new BenchAnswer(api.accepted()));
    }

    void send(Request next) throws IOException {
        answer.reset();
        request = next.hasBlanks() ? stamped(next) : next.bytes().duplicate();
        sentNanos = System.nanoTime();
        write();
    }

    private ByteBuffer stamped(Request next) {
        if (own.capacity() < next.size()) {
            // some room, as the requests of a ring differ a little
            own = ByteBuffer.allocateDirect(next.size() + next.size() / 16);
        }
        return next.stampInto(own);
    }

    private void write() throws IOException {
        channel.write(request);
        int wanted = request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** True once the answer is complete. */
    boolean proceed(ByteBuffer shared) throws IOException {
        if (key.isWritable()) {
            write();
        }
        int length = key.isReadable() ? read(shared) : 0;
        answer.read(shared.array(), length);
        return answer.done();
    }

    private int read(ByteBuffer shared) throws IOException {
        int length = channel.read(shared.clear());
        if (length < 0) {
            throw new EOFException("the gateway closed a connection");
        }
        return length;
    }

    int accepted() {
        return answer.accepted();
    }

    long nanos() {
        return System.nanoTime() - sentNanos;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
