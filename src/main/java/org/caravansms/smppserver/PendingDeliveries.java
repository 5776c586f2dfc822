package org.caravansms.smppserver;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;

/** The deliver_sm of one session that wait for their answers, by sequence_number. */
final class PendingDeliveries {

    /** What became of a deliver_sm. */
    enum End {
        /** The client answered with 0. */
        TAKEN,
        /** The client answered with an error, or not in time. */
        REFUSED,
        /** The session ended without an answer. */
        CUT
    }

    private record Pending(CompletableFuture<End> answer, long until) {}

    private final Map<Integer, Pending> pending = new ConcurrentHashMap<>();
    private volatile boolean ended;

    /** @param until when it is late, by {@link System#nanoTime()} */
    CompletableFuture<End> add(int sequence, long until) {
        CompletableFuture<End> answer = new CompletableFuture<>();
        pending.put(sequence, new Pending(answer, until));
        if (ended) {
            end(sequence, End.CUT);
        }
        return answer;
    }

    int size() {
        return pending.size();
    }

    /** A generic_nack is a refusal, too. */
    void answered(SmppPdu answer) {
        boolean taken = answer.type() == PduType.DELIVER_SM_RESP && answer.status() == 0;
        end(answer.sequence(), taken ? End.TAKEN : End.REFUSED);
    }

    private void end(int sequence, End end) {
        Pending request = pending.remove(sequence);
        if (request != null) {
            request.answer.complete(end);
        }
    }

    /** Those without an answer in time. */
    void endLate() {
        long now = System.nanoTime();
        pending.forEach((sequence, request) -> {
            if (request.until - now < 0) {
                end(sequence, End.REFUSED);
            }
        });
    }

    void endAll() {
        ended = true;
        List.copyOf(pending.keySet()).forEach(sequence -> end(sequence, End.CUT));
    }
}
