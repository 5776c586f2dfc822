package org.caravansms.smsc;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.component.smpp.SmppConstants;
import org.caravansms.message.Outcome;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Last step of a submit: says what it came to. The queue settles the message by that and asks no further. */
public final class DescribeOutcome {

    private static final Logger LOG = LoggerFactory.getLogger(DescribeOutcome.class);

    private final CommandStatusTable statuses;
    private final int attempts;
    private final Duration retryDelay;

    /**
     * @param attempts how often a message is tried whose SMSC asks to try again
     * @param retryDelay the wait before the second try; it doubles with each further one
     */
    public DescribeOutcome(CommandStatusTable statuses, int attempts, Duration retryDelay) {
        this.statuses = statuses;
        this.attempts = attempts;
        this.retryDelay = retryDelay;
    }

    public Outcome sent(@Header(SmppConstants.ID) List<String> ids) {
        return new Outcome.Sent(ids == null || ids.isEmpty() ? "" : ids.get(0));
    }

    /** The SMSC, or the way to it, said no. */
    public Outcome refused(@ExchangeException Exception failure, @ExchangeProperty("SmsAttempts") int attempt) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof NegativeResponseException no) {
            return answered(no.getCommandStatus(), attempt);
        }
        return cause instanceof PDUException ? failed("It fits no submit_sm, SMPP 3.4 section 4.4.1") : lost(cause);
    }

    /** There is no session to submit on yet: nothing left the machine. */
    public Outcome notBound() {
        return new Outcome.PutBack(false);
    }

    /** The message itself cannot be submitted. */
    public Outcome unusable(@ExchangeException Exception failure) {
        return failed(failure.getMessage());
    }

    /** @param reason without a field's value, as a PDUException's own text has it: it may be the number */
    private static Outcome failed(String reason) {
        LOG.warn("A message goes to the dead-letter queue: {}", reason);
        return new Outcome.Failed(reason);
    }

    private Outcome answered(int commandStatus, int attempt) {
        CommandStatusTable.Entry status = statuses.get(commandStatus);
        String reason = "command_status 0x%02X %s".formatted(commandStatus, status.name());
        LOG.debug("The SMSC refused a submit_sm: {}", reason);
        return switch (status.rule()) {
            case PUT_BACK -> new Outcome.PutBack(false);
            case FAIL -> new Outcome.Failed(reason);
            case RETRY ->
                attempt + 1 < attempts
                        ? new Outcome.Later(retryDelay.multipliedBy(1L << Math.min(attempt, 20)), reason)
                        : new Outcome.Failed(reason + ", tried " + attempts + " times");
        };
    }

    /** Without a session nothing left the machine; a submit that was cut, or whose answer never came, is in doubt. */
    private static Outcome lost(Throwable cause) {
        boolean inDoubt = !(cause instanceof IOException) || cause instanceof SocketException;
        if (inDoubt) {
            LOG.warn("A submit_sm is in doubt and will be sent again: {}", cause.toString());
        }
        return new Outcome.PutBack(inDoubt);
    }
}
