package org.caravansms.simulator;

import java.util.concurrent.TimeUnit;

/**
 * ESME_RTHROTTLED for the submit_sm above a rate, for all connections together: a bucket of tokens that holds those of
 * a tenth of a second, one at least. A refused submit_sm takes none.
 */
final class ThrottledAnswers implements Answers {
    private static final SubmitAnswer THROTTLED = SubmitAnswer.of(CommandStatus.ESME_RTHROTTLED);
    private static final double BURST_SECONDS = 0.1;

    private final Answers answers;
    private final double tokensPerNano;
    private final double mostTokens;
    private double tokens;
    private long filledNanos = System.nanoTime();

    ThrottledAnswers(int perSecond, Answers answers) {
        this.answers = answers;
        tokensPerNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
        mostTokens = Math.max(1, perSecond * BURST_SECONDS);
        tokens = mostTokens;
    }

    @Override
    public SubmitAnswer answer(SubmitSm submitSm) {
        return takeToken() ? answers.answer(submitSm) : THROTTLED;
    }

    private synchronized boolean takeToken() {
        long now = System.nanoTime();
        tokens = Math.min(mostTokens, tokens + (now - filledNanos) * tokensPerNano);
        filledNanos = now;
        boolean granted = tokens >= 1;
        tokens -= granted ? 1 : 0;
        return granted;
    }
}
