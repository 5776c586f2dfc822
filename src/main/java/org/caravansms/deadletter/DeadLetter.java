package org.caravansms.deadletter;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that was taken out of the flow, as an operator sees it: never its text.
 *
 * @param key names it in a command: its {@code SmsId}, or its JMSMessageID where it has none that can be used
 * @param since when it was taken out of the flow
 * @param user who sent it, empty when its body cannot be read
 * @param recipient the whole number, empty when its body cannot be read
 * @param provider the SMSC connection that had it or was to have it; empty when that is not known
 * @param reason why it was taken out of the flow, for people
 * @param expired whether the broker moved it because it expired
 * @param doubts how many submit_sm of it were or are in doubt
 * @param resendAt when it is sent again unless its answer comes late; null where a person decides
 * @param validUntil when it expires, or null
 */
public record DeadLetter(
        String key,
        Instant since,
        String user,
        String recipient,
        String provider,
        String reason,
        boolean expired,
        int doubts,
        Instant resendAt,
        Instant validUntil) {

    /** @return why it must not go back to its queue, where it would expire again */
    Optional<String> refusal(Instant now) {
        if (validUntil == null) {
            return expired ? Optional.of("it expired in the queue, and would again") : Optional.empty();
        }
        return validUntil.isAfter(now)
                ? Optional.empty()
                : Optional.of("its validity ended at " + validUntil + ", it would expire at once");
    }

    /** Whether its wait is over; a clock that was set back meanwhile ends it too. */
    boolean isDue(Instant now) {
        return resendAt != null && (resendAt.isBefore(now) || since.isAfter(now));
    }

    /** Leaves the number out: a log line or an error may carry this. */
    @Override
    public String toString() {
        return "DeadLetter[" + key + "]";
    }
}
