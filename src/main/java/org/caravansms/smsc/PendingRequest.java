package org.caravansms.smsc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.ResponseTimeoutException;

/**
 * A request without an answer yet. The answer may come before the wait for it, in time, or after the response timer,
 * SMPP 3.4 section 7.2. jSMPP's own class misses a failure that is set before the wait begins.
 */
final class PendingRequest extends PendingResponse<Command> {

    /** Completes with the answer; exceptionally when none can come any more. */
    final CompletableFuture<Command> answer = new CompletableFuture<>();

    /** The same until the response timer runs out, and then fails with a {@link LateAnswerException}. */
    final CompletableFuture<Command> inTime = answer.copy();

    final String command;
    private final long timeoutMillis;
    private volatile long writtenAt;

    /** @param command the request's name, such as {@code submit_sm} */
    PendingRequest(String command, long timeoutMillis) {
        super(timeoutMillis);
        this.command = command;
        this.timeoutMillis = timeoutMillis;
    }

    /** It is being written: its response timer begins. */
    void written() {
        long now = System.nanoTime();
        writtenAt = now == 0 ? 1 : now;
    }

    boolean isOverdue(long now) {
        return writtenAt != 0 && now - writtenAt > TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }

    /** The response timer has run out. */
    void expire() {
        inTime.completeExceptionally(noAnswer());
    }

    @Override
    public void done(Command response) {
        answer.complete(response);
    }

    @Override
    public void doneWithInvalidResponse(InvalidResponseException e) {
        answer.completeExceptionally(e);
    }

    @Override
    public Command getResponse() {
        return answer.getNow(null);
    }

    @Override
    public void waitDone() throws ResponseTimeoutException, InvalidResponseException {
        try {
            answer.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw noAnswer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LateAnswerException("interrupted before the " + command + "_resp", answer);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private LateAnswerException noAnswer() {
        return new LateAnswerException("no " + command + "_resp within " + timeoutMillis + " ms", answer);
    }

    private static InvalidResponseException failure(Throwable cause) {
        if (cause instanceof InvalidResponseException invalid) {
            return invalid;
        }
        throw new CompletionException(cause);
    }

    /** The response timer ran out, SMPP 3.4 section 7.2. The answer may still come. */
    static final class LateAnswerException extends ResponseTimeoutException {

        private static final long serialVersionUID = 1;

        private final transient CompletionStage<Command> answer;

        /** @param answer completes with the answer when it comes; exceptionally when the session ends before */
        LateAnswerException(String message, CompletionStage<Command> answer) {
            super(message);
            this.answer = answer;
        }

        CompletionStage<Command> answer() {
            return answer;
        }
    }
}
