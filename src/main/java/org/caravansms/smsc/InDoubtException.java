package org.caravansms.smsc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jsmpp.bean.Command;

/** A submit_sm left, or may have left, and its answer did not come: the SMSC may have taken the part. */
public final class InDoubtException extends RuntimeException {

    private final transient CompletionStage<Command> answer;

    /** No answer can come any more. */
    public InDoubtException(String why) {
        this(why, null);
    }

    /** @param answer completes with the answer when it comes after all; null when none can come */
    InDoubtException(String why, CompletionStage<Command> answer) {
        super(why, null, false, false);
        this.answer = answer;
    }

    boolean mayBeAnswered() {
        return answer != null;
    }

    /** @return completes with the late answer, or never */
    CompletionStage<Command> answer() {
        return answer == null ? new CompletableFuture<>() : answer;
    }
}
