package org.caravansms.smsc;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;

/**
 * The requests of one session that wait for their answers, by sequence_number, SMPP 3.4 section 3.2; and those whose
 * response timer has run out, as their answers may still come.
 */
final class PendingRequests {

    private static final long LOOK_MILLIS = 10;
    private static final int MOST_LATE = 10_000;

    private final Map<Integer, PendingRequest> waiting = new ConcurrentHashMap<>();
    private final Map<Integer, PendingRequest> late = Caffeine.newBuilder()
            .maximumSize(MOST_LATE)
            .<Integer, PendingRequest>build()
            .asMap();
    private volatile String ended;

    /**
     * To be called before the request is written: its answer may come at once.
     *
     * @param command the request's name
     * @throws IOException when the session has ended: the request is not to be sent
     */
    PendingRequest add(int sequenceNumber, String command, long timeoutMillis) throws IOException {
        PendingRequest request = new PendingRequest(command, timeoutMillis);
        waiting.put(sequenceNumber, request);
        if (ended != null) {
            waiting.remove(sequenceNumber);
            throw new IOException("The session has ended: " + ended);
        }
        return request;
    }

    /** @return the name of the request with this number, null when there is none */
    String command(int sequenceNumber) {
        PendingRequest request = waiting.getOrDefault(sequenceNumber, late.get(sequenceNumber));
        return request == null ? null : request.command;
    }

    /** @return the request that this answers, in time or late; null when there is none */
    PendingRequest remove(int sequenceNumber) {
        PendingRequest inTime = waiting.remove(sequenceNumber);
        PendingRequest tooLate = late.remove(sequenceNumber);
        return inTime == null ? tooLate : inTime;
    }

    /** Its response timer has run out, but its answer may still come. */
    void late(int sequenceNumber, PendingRequest request) {
        late.put(sequenceNumber, request);
        waiting.remove(sequenceNumber);
        if (request.answer.isDone()) {
            late.remove(sequenceNumber);
        }
        if (ended != null) {
            end(ended);
        }
    }

    /** Fails those whose response timer has run out; their answers may still come. */
    void expire() {
        long now = System.nanoTime();
        waiting.forEach((sequenceNumber, request) -> {
            if (request.isOverdue(now)) {
                late(sequenceNumber, request);
                request.expire();
            }
        });
    }

    int count() {
        return waiting.size();
    }

    /** Waits until each of them is answered, but not for longer than this, nor once the session is closed. */
    void awaitNone(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (ended == null && count() > 0 && System.nanoTime() < until) {
            expire();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** From now on no request is added. */
    void refuse(String reason) {
        if (ended == null) {
            ended = reason;
        }
    }

    /** All requests fail: no answer can come any more. Several threads may find the end of a session. */
    void end(String reason) {
        refuse(reason);
        InvalidResponseException failure = unanswered(reason);
        waiting.forEach((sequenceNumber, request) -> {
            waiting.remove(sequenceNumber, request);
            request.doneWithInvalidResponse(failure);
        });
        late.values().forEach(request -> request.doneWithInvalidResponse(failure));
        late.clear();
    }

    /** A request whose session ended before its answer: the SMSC may have accepted it or not. */
    static InvalidResponseException unanswered(String reason) {
        return new InvalidResponseException("no answer, as the session ended: " + reason);
    }
}
