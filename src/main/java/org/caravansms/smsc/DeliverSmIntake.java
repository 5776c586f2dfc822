package org.caravansms.smsc;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.caravansms.message.SmscPdu;
import org.caravansms.smpp.PduResponses;

/**
 * Takes the deliver_sm and data_sm of one session in batches, of whatever came meanwhile, and answers them once they are
 * durable: a batch under load is large, and a lone PDU waits for nobody. What the session's end leaves unanswered the
 * SMSC sends again.
 */
final class DeliverSmIntake implements Runnable {

    private static final int BATCH = 500;
    /** An SMSC whose window is kept never comes near it; one that floods us waits for its answers, and for those to ours. */
    private static final int BACKLOG = 20_000;

    private static final long BACKLOG_OCTETS = 8L * 1024 * 1024;

    private final String provider;
    private final int bind;
    private final Predicate<List<SmscPdu>> kept;
    private final ReceivedPdus backlog = new ReceivedPdus(BACKLOG, BACKLOG_OCTETS);
    private volatile Consumer<byte[]> answers;
    private volatile boolean ended;

    /** @param kept makes a batch durable, and says whether it is */
    DeliverSmIntake(String provider, int bind, Predicate<List<SmscPdu>> kept) {
        this.provider = provider;
        this.bind = bind;
        this.kept = kept;
    }

    /**
     * What came before is taken then, too.
     *
     * @param answers writes answers, one behind the other, or finds that the session has ended
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
        boolean good = !ended && kept.test(batch);
        if (!ended) {
            answers.accept(PduResponses.to(batch, good));
        }
    }

    /** What comes from now on stays unanswered. */
    void takeNoMore() {
        backlog.close();
    }

    /** The session is closed: nothing more is answered, nor taken. */
    void end() {
        ended = true;
        backlog.close();
        backlog.clear();
    }
}
