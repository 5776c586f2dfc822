package org.caravansms.api.login;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.caravansms.api.ApiException;
import org.caravansms.api.RateLimit;
import org.caravansms.api.Report;
import org.caravansms.api.SendRequest;
import org.caravansms.api.Submission;
import org.caravansms.api.User;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;

/**
 * Before a request is queued: checks whether its user may send so many messages now. A request is sent as a whole or not
 * at all; a refused one does not count.
 */
public final class LimitRate {

    private final Map<Limited, Bucket> buckets = new ConcurrentHashMap<>();
    private final TimeMeter time;

    public LimitRate() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    LimitRate(TimeMeter time) {
        this.time = time;
    }

    /**
     * @return the messages that go to the queue
     * @throws ApiException 24, saying when to try again, or that the request is too large for ever; in a request of HTTP
     */
    public List<SmsMessage> take(Submission submission, User user) {
        Map<SendRequest, Long> requests = submission.reports().stream()
                .filter(report -> report.isToBeSent() && report.request().sendRequest() != null)
                .collect(groupingBy(report -> report.request().sendRequest(), LinkedHashMap::new, counting()));
        if (!requests.isEmpty()) {
            requests.forEach((request, messages) -> takeOrRefuse(request, messages, submission));
        } else {
            take((int) submission.reports().stream().filter(Report::isToBeSent).count(), user);
        }
        return submission.toBeSent();
    }

    /**
     * For a part of a message that is checked and sent later.
     *
     * @throws ApiException 24, saying when to try again
     */
    public void takePart(User user) {
        take(1, user);
    }

    /** @return why a request with one message would be refused now, taking nothing */
    public Optional<RejectedMessageException> refusal(User user) {
        if (user == null || user.limit() == null) {
            return Optional.empty();
        }
        EstimationProbe now = bucket(user.name(), user.limit()).estimateAbilityToConsume(1);
        return now.canBeConsumed()
                ? Optional.empty()
                : Optional.of(new RejectedMessageException(
                        Fault.RATE_LIMITED,
                        "Over the limit of " + user.limit().messagesPerSecond() + " messages per second. Try again in "
                                + seconds(now.getNanosToWaitForRefill()) + " s."));
    }

    /** Of requests that are accepted together, the one over its limit is refused alone. */
    private void takeOrRefuse(SendRequest request, long messages, Submission submission) {
        try {
            take((int) messages, request.user());
        } catch (ApiException overLimit) {
            RejectedMessageException why = new RejectedMessageException(overLimit.fault(), overLimit.getMessage());
            Set<String> refused = submission.reports().stream()
                    .filter(report -> report.isToBeSent()
                            && request.equals(report.request().sendRequest()))
                    .map(Report::messageId)
                    .collect(toSet());
            submission.replaceEach(
                    report -> refused.contains(report.messageId()) ? Report.rejected(report.request(), why) : report);
        }
    }

    private void take(int messages, User user) {
        if (user != null && user.limit() != null && messages > 0) {
            take(messages, user.name(), user.limit());
        }
    }

    private void take(int messages, String name, RateLimit limit) {
        if (messages > limit.burst()) {
            throw refusal(
                    limit,
                    "This request can never be sent: it has " + messages + " messages, and one may have "
                            + limit.burst() + ".");
        }
        ConsumptionProbe taken = bucket(name, limit).tryConsumeAndReturnRemaining(messages);
        if (!taken.isConsumed()) {
            throw refusal(limit, "Try again in " + seconds(taken.getNanosToWaitForRefill()) + " s.");
        }
    }

    /** @return a waiting time in whole seconds, rounded up; it is not 0 */
    static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos - 1) + 1;
    }

    private static ApiException refusal(RateLimit limit, String advice) {
        return new ApiException(
                Fault.RATE_LIMITED,
                "Over the limit of " + limit.messagesPerSecond() + " messages per second, " + limit.burst()
                        + " at once; nothing of this request was sent. " + advice);
    }

    private Bucket bucket(String name, RateLimit limit) {
        return buckets.computeIfAbsent(new Limited(name, limit), limited -> Bucket.builder()
                .addLimit(each ->
                        each.capacity(limit.burst()).refillGreedy(limit.messagesPerSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build());
    }

    /** With the limit, so that a new one in the users' file has a bucket of its own. */
    private record Limited(String name, RateLimit limit) {}
}
