package org.caravansms.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.RetryDelay;
import org.caravansms.smsc.InDoubtException;
import org.caravansms.smsc.NotSentException;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Last step of a submit: says what it came to. The queue settles the message by that and asks no further. */
public final class DescribeOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(DescribeOutcome.class);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private final InFlight inFlight;
    private final int attempts;
    private final Duration retryDelay;
    private final Duration delayLimit;

    /**
     * @param attempts how often a message is tried whose SMSC asks to try again
     * @param retryDelay the wait before the second try; it doubles with each further one
     * @param delayLimit how long after its acceptance a message may wait for room at its SMSC
     */
    public DescribeOutcome(InFlight inFlight, int attempts, Duration retryDelay, Duration delayLimit) {
        this.inFlight = inFlight;
        this.attempts = attempts;
        this.retryDelay = retryDelay;
        this.delayLimit = delayLimit;
    }

    /** All parts were taken. */
    public Outcome sent(@ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage transit) {
        return new Outcome.Sent(List.copyOf(transit.progress().accepted().values()));
    }

    /** A part was thrown back, because the link is too fast. */
    public Outcome throttled(@ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage transit) {
        return new Outcome.Throttled(transit.progress());
    }

    /** The broker found it to be of no more use. */
    public Outcome expired() {
        return new Outcome.Expired("expired in the queue", PartProgress.NONE);
    }

    /** A part was not. */
    public Outcome notSent(
            @ExchangeException Exception failure,
            @ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage transit,
            @ExchangeProperty(MessageProperties.ATTEMPTS) Integer attempt) {
        if (transit == null) {
            return failed(reason(failure), PartProgress.NONE);
        }
        if (failure instanceof InDoubtException doubt) {
            return inDoubt(doubt, transit);
        }
        inFlight.putDown(transit);
        if (failure instanceof ExpiredException) {
            return new Outcome.Expired(failure.getMessage(), transit.progress());
        }
        if (failure instanceof NotSentException) {
            return new Outcome.Requeue(transit.progress());
        }
        return failure instanceof RefusedException no
                ? refused(no, transit, attempt == null ? 0 : attempt)
                : failed(reason(failure), transit.progress());
    }

    /** An exception without a text of its own is none that we throw: it is told with its trace. */
    private static String reason(Exception failure) {
        if (failure.getMessage() == null) {
            LOG.error("A message cannot be sent for a reason that nobody thought of", failure);
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** An answer that is late by no more than the response timer comes before the next copy. */
    private Outcome inDoubt(InDoubtException doubt, InFlightMessage transit) {
        if (inFlight.isAnswered(transit, doubt)) {
            return new Outcome.Requeue(transit.progress());
        }
        Provider provider = transit.provider();
        LOG.warn(
                "Message {} is in doubt at provider {}: {}",
                transit.message().id(),
                provider.name(),
                doubt.getMessage());
        Duration rest = doubt.mayBeAnswered()
                ? provider.timers().response()
                : provider.timers().reconnect();
        return new Outcome.InDoubt("in doubt: " + doubt.getMessage(), rest, transit.progress());
    }

    private Outcome refused(RefusedException no, InFlightMessage transit, int attempt) {
        LOG.debug("Provider {} refused a submit_sm: {}", transit.provider().name(), no.getMessage());
        return switch (no.rule()) {
            case THROTTLE, REBIND, BACK_OFF, ALARM -> new Outcome.Requeue(transit.progress());
            case FAIL -> failed(no.getMessage(), transit.progress());
            case RETRY -> again(no.getMessage(), transit, attempt, attempts);
            case RETRY_ONCE -> again(no.getMessage(), transit, attempt, Math.min(2, attempts));
            case DELAY -> delayed(no.getMessage(), transit);
        };
    }

    private Outcome again(String reason, InFlightMessage transit, int attempt, int limit) {
        return attempt + 1 < limit
                ? new Outcome.Retry(RetryDelay.of(retryDelay).after(attempt + 1), reason, true, transit.progress())
                : failed(reason + ", tried " + (attempt + 1) + " times", transit.progress());
    }

    /** The wait grows with the age of the message: a tenth of it, within bounds. */
    private Outcome delayed(String reason, InFlightMessage transit) {
        Duration age = Duration.between(transit.message().acceptedAt(), Instant.now());
        if (age.compareTo(delayLimit) > 0) {
            return failed(reason + ", for " + delayLimit.toHours() + " hours", transit.progress());
        }
        Duration wait = age.dividedBy(10);
        Duration atLeast = wait.compareTo(retryDelay) < 0 ? retryDelay : wait;
        return new Outcome.Retry(
                atLeast.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : atLeast, reason, false, transit.progress());
    }

    /** @param reason without a field's value: it may be the number */
    private static Outcome failed(String reason, PartProgress progress) {
        LOG.warn("A message goes to the dead-letter queue: {}", reason);
        return new Outcome.Failed(reason, progress);
    }
}
