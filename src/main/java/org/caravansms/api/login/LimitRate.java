package org.caravansms.api.login;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.api.ApiException;
import org.caravansms.api.RateLimit;
import org.caravansms.api.Report;
import org.caravansms.api.Submission;
import org.caravansms.api.User;
import org.caravansms.message.Fault;
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
     * @throws ApiException 24, saying when to try again, or that the request is too large for ever
     */
    public List<SmsMessage> take(@Body Submission submission, @Variable("user") User user) {
        List<SmsMessage> messages = submission.reports().stream()
                .filter(Report::isToBeSent)
                .map(Report::message)
                .toList();
        if (user.limit() != null && !messages.isEmpty()) {
            take(messages.size(), user.name(), user.limit());
        }
        return messages;
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
