package org.caravansms.smsc;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A submit_sm was or may have been sent, and no answer came: the SMSC may have accepted the part. */
public final class InDoubtException extends RuntimeException {

    private final transient CompletionStage<Optional<String>> answer;

    /** No answer can come any more. */
    public InDoubtException(String why) {
        this(why, null);
    }

    /** @param answer as {@link #answer()} has it; null when none can come */
    public InDoubtException(String why, CompletionStage<Optional<String>> answer) {
        super(why, null, false, false);
        this.answer = answer;
    }

    public boolean mayBeAnswered() {
        return answer != null;
    }

    /** @return completes with the late answer, or never: the message_id, or nothing when the part was refused */
    public CompletionStage<Optional<String>> answer() {
        return answer == null ? new CompletableFuture<>() : answer;
    }
}
