package org.caravansms.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Processor;
import org.caravansms.message.LogFields;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;
import org.caravansms.message.RetryDelay;
import org.caravansms.message.SmsMessage;
import org.caravansms.smsc.InDoubtException;
import org.caravansms.smsc.NotSentException;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The last step of a submit: its outcome, by which the queue settles the message.
 *
 * @param attempts the most attempts for a message whose SMSC asks for another
 * @param retryDelay the wait before the second try; it doubles with each further one
 * @param delayLimit how long after its acceptance a message may wait for room at its SMSC
 * @param sent measures a message whose parts are all accepted
 */
public record DescribeOutcome(
        InFlight inFlight, int attempts, Duration retryDelay, Duration delayLimit, Consumer<SmsMessage> sent)
        implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(DescribeOutcome.class);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    /** All parts were accepted. */
    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(sent(exchange.getProperty(InFlightMessage.PROPERTY, InFlightMessage.class)));
    }

    Outcome sent(InFlightMessage sending) {
        sent.accept(sending.message);
        return new Outcome.Sent(List.copyOf(sending.progress().accepted().values()));
    }

    /** The SMSC throttled. */
    public Outcome throttled(@ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage sending) {
        return new Outcome.Throttled(sending.progress());
    }

    /** A part was not sent. */
    public Outcome notSent(
            @ExchangeException Exception failure,
            @ExchangeProperty(InFlightMessage.PROPERTY) InFlightMessage sending,
            @ExchangeProperty(MessageProperties.ATTEMPTS) Integer attempt) {
        if (sending == null) {
            return failed(reason(failure, null), null);
        }
        if (failure instanceof InDoubtException doubt) {
            return inDoubt(doubt, sending);
        }
        inFlight.release(sending);
        if (failure instanceof CancelledException) {
            return new Outcome.Cancelled();
        } else if (failure instanceof ExpiredException) {
            return new Outcome.Expired(failure.getMessage(), sending.progress());
        }
        if (failure instanceof NotSentException) {
            return new Outcome.Requeue(sending.progress());
        }
        return failure instanceof RefusedException no
                ? refused(no, sending, attempt == null ? 0 : attempt)
                : failed(reason(failure, sending), sending);
    }

    /** An exception without a text is a defect: it is logged with its stack trace. */
    private static String reason(Exception failure, InFlightMessage sending) {
        if (failure.getMessage() == null) {
            about(LOG.atError(), sending).setCause(failure).log("A message cannot be sent for an unexpected reason");
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    /** The wait is as long as the response timer again: a late answer comes before the message is resent. */
    private Outcome inDoubt(InDoubtException doubt, InFlightMessage sending) {
        if (inFlight.isAnswered(sending, doubt)) {
            return new Outcome.Requeue(sending.progress());
        }
        Provider provider = sending.provider;
        about(LOG.atWarn(), sending)
                .log(
                        "Message {} is in doubt at provider {}: {}",
                        sending.message.id(),
                        provider.name(),
                        doubt.getMessage());
        Duration rest = doubt.mayBeAnswered()
                ? provider.timers().response()
                : provider.timers().reconnect();
        return new Outcome.InDoubt("in doubt: " + doubt.getMessage(), rest, sending.progress());
    }

    private Outcome refused(RefusedException no, InFlightMessage sending, int attempt) {
        about(LOG.atDebug(), sending)
                .log("Provider {} refused a submit_sm: {}", sending.provider.name(), no.getMessage());
        return switch (no.rule()) {
            case THROTTLE, REBIND, BACK_OFF, ALARM -> new Outcome.Requeue(sending.progress());
            case FAIL -> failed(no.getMessage(), sending);
            case RETRY -> again(no.getMessage(), sending, attempt, attempts);
            case RETRY_ONCE -> again(no.getMessage(), sending, attempt, Math.min(2, attempts));
            case DELAY -> delayed(no.getMessage(), sending);
        };
    }

    private Outcome again(String reason, InFlightMessage sending, int attempt, int limit) {
        return attempt + 1 < limit
                ? new Outcome.Retry(RetryDelay.of(retryDelay).after(attempt + 1), reason, true, sending.progress())
                : failed(reason + ", tried " + (attempt + 1) + " times", sending);
    }

    /** The wait grows with the age of the message: a tenth of it, within bounds. */
    private Outcome delayed(String reason, InFlightMessage sending) {
        Duration age = Duration.between(sending.message.acceptedAt(), Instant.now());
        if (age.compareTo(delayLimit) > 0) {
            return failed(reason + ", for " + delayLimit.toHours() + " hours", sending);
        }
        Duration wait = age.dividedBy(10);
        Duration atLeast = wait.compareTo(retryDelay) < 0 ? retryDelay : wait;
        return new Outcome.Retry(
                atLeast.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : atLeast, reason, false, sending.progress());
    }

    /**
     * @param reason without a field's value: it may be the number
     * @param sending null when it was not begun
     */
    private static Outcome failed(String reason, InFlightMessage sending) {
        about(LOG.atWarn(), sending).log("A message goes to the dead-letter queue: {}", reason);
        return new Outcome.Failed(reason, sending == null ? PartProgress.NONE : sending.progress());
    }

    private static LoggingEventBuilder about(LoggingEventBuilder line, InFlightMessage sending) {
        return sending == null
                ? line
                : LogFields.bind(LogFields.of(line, sending.message), sending.provider.name(), sending.bind());
    }
}
