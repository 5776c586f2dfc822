package org.caravansms.api;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;

/**
 * The steps around the commit that have a repeated message sent once: the same user, {@code messageid} and recipient
 * again gets the first report. A repetition during the first commit waits for it.
 */
public final class IdempotencyKeys {

    private final KeyLocks locks = new KeyLocks();
    private final RecentIdempotencyKeys ids;
    private final Function<SmsMessage, Segments> segments;
    private final Predicate<Exception> inDoubt;

    /**
     * @param segments counts the segments of a message that was accepted before, for its report
     * @param inDoubt whether the messages may have been accepted in spite of the failure
     */
    public IdempotencyKeys(
            RecentIdempotencyKeys ids, Function<SmsMessage, Segments> segments, Predicate<Exception> inDoubt) {
        this.ids = ids;
        this.segments = segments;
        this.inDoubt = inDoubt;
    }

    /**
     * Before the commit: locks the ids of this request until {@link #release}.
     *
     * @return the claim to release, null when no message has an id
     * @throws ApiException 22 when an earlier commit of one of them was never confirmed, in a request of HTTP
     */
    public IdempotencyClaim claim(Submission submission) {
        List<String> named = submission.reports().stream()
                .filter(report ->
                        report.isAccepted() && report.message().options().hasClientId())
                .map(report -> report.message().clientKey())
                .toList();
        if (named.isEmpty()) {
            return null;
        }
        IdempotencyClaim claim = new IdempotencyClaim(locks.lock(named), new HashSet<>(), submission);
        try {
            submission.replaceEach(report -> firstOf(report, claim.mine()));
        } catch (RuntimeException e) {
            settle(claim, e);
            throw e;
        }
        return claim;
    }

    private Report firstOf(Report report, Set<String> mine) {
        if (!report.isAccepted() || !report.message().options().hasClientId()) {
            return report;
        }
        String key = report.message().clientKey();
        Optional<SmsMessage> first = ids.find(key);
        if (first.isPresent()) {
            return Report.repeated(report.request(), first.get(), segments.apply(first.get()));
        }
        if (ids.isInDoubt(key)) {
            return inDoubt(report);
        }
        ids.add(report.message());
        mine.add(key);
        return report;
    }

    private static Report inDoubt(Report report) {
        String why = report.request().nameOf(MessageField.CLIENT_ID)
                + " was sent before and the queue did not confirm it; it may or may not be sent. Ask again later.";
        if (report.request().sendRequest() == null) {
            throw new ApiException(Fault.QUEUE_IN_DOUBT, why);
        }
        return Report.rejected(report.request(), new RejectedMessageException(Fault.QUEUE_IN_DOUBT, why));
    }

    /** After the commit or its failure; where the commit comes with the end of the exchange, at that end. */
    public void release(Exchange exchange) {
        IdempotencyClaim claim = exchange.getVariable("claim", IdempotencyClaim.class);
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (claim != null && failure == null) {
            forgetRefused(claim);
        }
        if (claim != null && failure == null && exchange.getVariable("sameTransaction") != null) {
            exchange.getExchangeExtension().addOnCompletion(afterCommit(claim));
        } else if (claim != null) {
            settle(claim, failure);
        }
    }

    private SynchronizationAdapter afterCommit(IdempotencyClaim claim) {
        return new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange committed) {
                settle(claim, committed.getException());
            }
        };
    }

    /** A message that its user's limit refused after the claim was made holds no id. */
    private void forgetRefused(IdempotencyClaim claim) {
        Set<String> refused = new HashSet<>(claim.mine());
        claim.submission().reports().stream()
                .filter(Report::isAccepted)
                .forEach(report -> refused.remove(report.message().clientKey()));
        ids.forget(refused);
        claim.mine().removeAll(refused);
    }

    private void settle(IdempotencyClaim claim, Exception failure) {
        try {
            if (failure != null && inDoubt.test(failure)) {
                claim.mine().forEach(ids::doubt);
            } else if (failure != null) {
                ids.forget(claim.mine());
            }
        } finally {
            locks.unlock(claim.locks());
        }
    }

    /**
     * The client ids that a request holds while its messages are committed.
     *
     * @param locks the locks of all its ids
     * @param mine the ids that it is the first to use
     * @param submission its reports
     */
    public record IdempotencyClaim(BitSet locks, Set<String> mine, Submission submission) {}
}
