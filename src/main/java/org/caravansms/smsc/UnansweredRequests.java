package org.caravansms.smsc;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;

/** The requests of one session that wait for their answers, by sequence_number, SMPP 3.4 section 3.2. */
final class UnansweredRequests {

    private static final long LOOK_MILLIS = 10;

    private final Map<Integer, PendingResponse<Command>> waiting = new ConcurrentHashMap<>();
    private volatile String ended;

    /**
     * To be called before the request is written: its answer may come at once.
     *
     * @throws IOException when the session has ended, so that nothing leaves the machine
     */
    PendingResponse<Command> add(int sequenceNumber, long timeoutMillis) throws IOException {
        PendingResponse<Command> answer = new PendingResponse<>(timeoutMillis);
        waiting.put(sequenceNumber, answer);
        if (ended != null) {
            waiting.remove(sequenceNumber);
            throw new IOException("The session has ended: " + ended);
        }
        return answer;
    }

    /** @return null when nobody waits for this answer, or not any more */
    PendingResponse<Command> remove(int sequenceNumber) {
        return waiting.remove(sequenceNumber);
    }

    int count() {
        return waiting.size();
    }

    /** Waits until each of them is answered, but not for longer than this, nor once the session is closed. */
    void awaitNone(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (ended == null && count() > 0 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** From now on nothing leaves the machine. */
    void refuse(String reason) {
        if (ended == null) {
            ended = reason;
        }
    }

    /** Nobody waits for an answer that cannot come any more. */
    void end(String reason) {
        refuse(reason);
        waiting.values().forEach(answer -> answer.doneWithInvalidResponse(UnansweredException.endedBy(reason)));
    }
}
