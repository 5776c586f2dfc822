package org.caravansms.smsc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Writes the submit_sm of one session, on a thread of its own. All that are added while it writes leave together in the
 * next write.
 */
final class PduWriter implements Runnable {

    private static final int MOST_PDUS = 256;
    private static final int USUAL_OCTETS = 256;

    private final BlockingQueue<Pdu> waiting = new LinkedBlockingQueue<>();
    private final Consumer<byte[]> connection;
    private volatile Thread thread;
    private volatile boolean closed;

    private record Pdu(byte[] octets, PendingRequest request) {}

    /** @param connection writes octets, or closes this when it cannot */
    PduWriter(Consumer<byte[]> connection) {
        this.connection = connection;
    }

    void start() {
        thread = new Thread(this, Thread.currentThread().getName() + "-writer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns at once. The response timer of the request begins when it is written. */
    void add(byte[] octets, PendingRequest request) {
        waiting.add(new Pdu(octets, request));
        if (closed) {
            refuseWaiting();
        }
    }

    @Override
    public void run() {
        List<Pdu> burst = new ArrayList<>();
        try {
            while (!closed) {
                burst.add(waiting.take());
                waiting.drainTo(burst, MOST_PDUS - 1);
                connection.accept(octets(burst));
                burst.clear();
            }
        } catch (InterruptedException e) {
            // by close()
        }
    }

    private static byte[] octets(List<Pdu> burst) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(USUAL_OCTETS * burst.size());
        for (Pdu pdu : burst) {
            pdu.request.written();
            octets.writeBytes(pdu.octets);
        }
        return octets.toByteArray();
    }

    /** Requests that were not written fail: nothing of them was sent. */
    void close() {
        closed = true;
        refuseWaiting();
        Thread writer = thread;
        if (writer != null) {
            writer.interrupt();
        }
    }

    private void refuseWaiting() {
        for (Pdu pdu = waiting.poll(); pdu != null; pdu = waiting.poll()) {
            pdu.request.answer.completeExceptionally(new IOException("The session ended before it was written"));
        }
    }
}
