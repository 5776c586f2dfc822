package org.caravansms.smsc;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.caravansms.message.SmscPdu;

/**
 * Receives the deliver_sm and data_sm of one session in batches and answers them once they are durable. A batch has all
 * PDUs that came meanwhile: it is large under load, and a lone PDU does not wait. The SMSC sends the unanswered ones
 * again after the session's end.
 */
final class DeliverSmIntake implements Runnable {

    private static final int BATCH = 500;
    /** No SMSC with a window comes near it; one without waits for its answers, and for the answers to our requests. */
    private static final int BACKLOG = 20_000;

    private static final long BACKLOG_OCTETS = 8L * 1024 * 1024;

    private static final int COMMAND_ID = 4;
    private static final int SEQUENCE_NUMBER = 12;
    private static final int RESPONSE = 0x80000000;
    private static final int ESME_ROK = 0;
    private static final int ESME_RX_T_APPN = 0x64;
    /** A header, and the message_id, which is empty. */
    private static final int LENGTH = 17;

    private final String provider;
    private final int bind;
    private final Predicate<List<SmscPdu>> persist;
    private final ReceivedPdus backlog = new ReceivedPdus(BACKLOG, BACKLOG_OCTETS);
    private volatile Consumer<byte[]> answers;
    private volatile boolean ended;

    /** @param persist makes a batch durable, and returns whether it is */
    DeliverSmIntake(String provider, int bind, Predicate<List<SmscPdu>> persist) {
        this.provider = provider;
        this.bind = bind;
        this.persist = persist;
    }

    /**
     * PDUs that came before are answered now, too.
     *
     * @param answers writes answers, or finds that the session has ended
     */
    void start(Consumer<byte[]> answers) {
        this.answers = answers;
        Thread thread = new Thread(this, "intake-" + provider + "-" + bind);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits while there is no room. */
    void take(byte[] octets) throws InterruptedException {
        backlog.add(new SmscPdu(provider, bind, Instant.now(), octets));
    }

    /** Waits until all that came is answered, but not for longer than so many milliseconds. */
    void awaitAnswered(long millis) throws InterruptedException {
        backlog.awaitDone(millis);
    }

    @Override
    public void run() {
        try {
            List<SmscPdu> batch = backlog.take(BATCH);
            while (!batch.isEmpty()) {
                answer(batch);
                batch = backlog.take(BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(List<SmscPdu> batch) {
        boolean durable = !ended && persist.test(batch);
        if (!ended) {
            answers.accept(responses(batch, durable));
        }
    }

    /**
     * The deliver_sm_resp and data_sm_resp of a batch, one after the other, SMPP 3.4 sections 4.6.2 and 4.7.2.
     *
     * @param durable ESME_ROK, or else ESME_RX_T_APPN, section 5.1.3: the SMSC sends them again later
     */
    private static byte[] responses(List<SmscPdu> requests, boolean durable) {
        int status = durable ? ESME_ROK : ESME_RX_T_APPN;
        ByteBuffer responses = ByteBuffer.allocate(LENGTH * requests.size());
        for (SmscPdu request : requests) {
            ByteBuffer header = ByteBuffer.wrap(request.octets());
            responses
                    .putInt(LENGTH)
                    .putInt(header.getInt(COMMAND_ID) | RESPONSE)
                    .putInt(status)
                    .putInt(header.getInt(SEQUENCE_NUMBER))
                    .put((byte) 0);
        }
        return responses.array();
    }

    /** PDUs that come from now on stay unanswered. */
    void close() {
        backlog.close();
    }

    /** The session is closed: no more PDU is answered or received. */
    void end() {
        ended = true;
        backlog.close();
        backlog.clear();
    }
}
