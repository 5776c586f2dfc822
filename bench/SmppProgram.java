package bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A program that is bound over SMPP as a transceiver and keeps its window full until the time or the count is used up.
 */
final class SmppProgram implements AutoCloseable {
    private static final int TEXTS = 1024;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int BUFFER = 64 * 1024;
    private static final int HEADER = 16;
    private static final int DELIVER_SM = 0x05;
    private static final int BIND_TRANSCEIVER = 0x09;
    private static final int SUBMIT_SM = 0x04;
    private static final int ENQUIRE_LINK = 0x15;
    private static final int RESPONSE = 0x80000000;

    private final int window;
    private final boolean receiptsAsked;
    private final byte[][] bodies;
    private final long[] begun;
    private final LongStream.Builder nanos = LongStream.builder();
    private final CountDownLatch accepted = new CountDownLatch(1);
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER);
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private int sent;
    private volatile int answered;
    private volatile int refused;
    private volatile int receipts;
    private long ended;
    private long lastReceipt;

    SmppProgram(Case item, int port, boolean receiptsAsked) throws IOException {
        this.window = item.messages();
        this.receiptsAsked = receiptsAsked;
        this.begun = new long[window];
        Random random = new Random(item.messages());
        bodies = Stream.generate(() -> Sms.random(random, 1)).limit(TEXTS).map(this::body).toArray(byte[][]::new);
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        out = socket.getOutputStream();
        bind();
    }

    private void bind() throws IOException {
        String login = BenchGateway.USER + "\0" + BenchGateway.PASSWORD + "\0\0" + "4\0\0\0";
        add(BIND_TRANSCEIVER, 1, login.getBytes(StandardCharsets.US_ASCII));
        flush();
        int[] status = new int[1];
        read((command, is, sequence) -> status[0] = is);
        if (status[0] != 0) {
            throw new IOException("the bind is refused with " + status[0]);
        }
    }

    private byte[] body(Sms sms) {
        String source = "\0\1\1" + "44777888\0";
        String destination = "\1\1" + sms.number().substring(1) + "\0";
        String fields = "\0\0\0\0\0" + (receiptsAsked ? "\1" : "\0") + "\0\0\0" + (char) sms.text().length();
        return (source + destination + fields + sms.text()).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @param most messages of this program */
    void run(long deadline, int most) throws IOException {
        boolean more = true;
        while (more || answered < sent) {
            more = sent < most && System.nanoTime() < deadline;
            while (more && sent - answered < window) {
                submit();
                more = sent < most;
            }
            if (answered < sent) {
                readAll();
            }
        }
        ended = Clock.micros();
        accepted.countDown();
    }

    /** Answers what comes, until all programs of the user have all of its receipts: any of them may get one. */
    void readReceipts(BooleanSupplier isEnd) throws IOException {
        while (!isEnd.getAsBoolean()) {
            if (in.available() >= HEADER) {
                readAll();
            } else {
                flush();
                Clock.pause(1);
            }
        }
    }

    private void submit() {
        begun[sent % window] = System.nanoTime();
        add(SUBMIT_SM, 2 + sent, bodies[sent++ % TEXTS]);
    }

    private void readAll() throws IOException {
        flush();
        read(this::take);
        while (in.available() >= HEADER) {
            read(this::take);
        }
    }

    private interface Taken {
        void take(int command, int status, int sequence);
    }

    private void read(Taken taken) throws IOException {
        int length = in.readInt();
        int command = in.readInt();
        int status = in.readInt();
        int sequence = in.readInt();
        in.skipNBytes(length - HEADER);
        taken.take(command, status, sequence);
    }

    private void take(int command, int status, int sequence) {
        switch (command) {
            case SUBMIT_SM | RESPONSE -> {
                answered++;
                refused += status == 0 ? 0 : 1;
                nanos.add(System.nanoTime() - begun[(sequence - 2) % window]);
            }
            case DELIVER_SM -> {
                receipts++;
                lastReceipt = Clock.micros();
                add(DELIVER_SM | RESPONSE, sequence, new byte[1]);
            }
            case ENQUIRE_LINK -> add(ENQUIRE_LINK | RESPONSE, sequence, new byte[0]);
            default -> throw new IllegalStateException("command_id " + Integer.toHexString(command));
        }
    }

    private void add(int command, int sequence, byte[] body) {
        byte[] header = ByteBuffer.allocate(HEADER)
                .putInt(HEADER + body.length)
                .putInt(command)
                .putInt(0)
                .putInt(sequence)
                .array();
        buffer.writeBytes(header);
        buffer.writeBytes(body);
    }

    private void flush() throws IOException {
        buffer.writeTo(out);
        buffer.reset();
    }

    /** Waits until all that it sent is answered. */
    BenchLoad awaitAccepted(long from) throws InterruptedException {
        accepted.await();
        return new BenchLoad(answered - refused, refused, from, ended, nanos.build().toArray());
    }

    int accepted() {
        return answered - refused;
    }

    int receipts() {
        return receipts;
    }

    /** @return when the last receipt came */
    long lastReceipt() {
        return lastReceipt;
    }

    /** So that a failure does not leave others waiting. */
    void fail() {
        accepted.countDown();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
