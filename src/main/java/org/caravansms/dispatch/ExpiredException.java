package org.caravansms.dispatch;

import java.time.Instant;
import org.caravansms.message.SmsMessage;

/** A message waited here for longer than it was of use. */
public final class ExpiredException extends RuntimeException {

    ExpiredException(Instant validUntil) {
        super("expired in the queue: it was valid until " + validUntil, null, false, false);
    }

    static void check(SmsMessage message, Instant now) {
        Instant end = message.options().validUntil();
        if (end != null && !now.isBefore(end)) {
            throw new ExpiredException(end);
        }
    }
}
