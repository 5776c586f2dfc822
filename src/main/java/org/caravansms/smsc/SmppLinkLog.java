package org.caravansms.smsc;

import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.caravansms.message.LogFields;
import org.jsmpp.extra.NegativeResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs for the operator when a link is bound and when it is lost, and at most once a minute why it is not bound. */
final class SmppLinkLog {

    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
    private static final int ESME_RINVPASWD = 0x0E;
    private static final int ESME_RINVSYSID = 0x0F;

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String link;
    private final int bind;
    private final Provider provider;
    private volatile String state = "not bound yet to";
    private volatile Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private volatile String lastError;
    private volatile boolean tried;
    private Long lastWarning;
    private Long lastRefusal;

    SmppLinkLog(Provider provider, int bind) {
        this.link = provider.name() + (provider.binds() > 1 ? " (bind " + bind + ")" : "");
        this.provider = provider;
        this.bind = bind;
    }

    private LoggingEventBuilder about(LoggingEventBuilder line) {
        return LogFields.bind(line, provider.name(), bind);
    }

    private void become(String now) {
        if (!now.equals(state)) {
            since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        }
        state = now;
    }

    BindStatus status() {
        return new BindStatus(state.replaceFirst(" (to|by)$", ""), since, lastError);
    }

    void bound() {
        become("bound to");
        tried = true;
        lastWarning = null;
        about(LOG.atInfo())
                .log("Provider {} is bound to {}", link, provider.login().address());
    }

    /** @param reason null when it was stopped */
    void lost(String reason) {
        become("not bound to");
        if (reason != null) {
            warn("is no longer bound to", reason);
        }
    }

    /** @return whether the system_id or the password is wrong */
    boolean failed(Exception failure) {
        tried = true;
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (!(cause instanceof NegativeResponseException no)) {
            warn("is not bound to", reason(failure, cause));
            return false;
        }
        int status = no.getCommandStatus();
        boolean loginRefused = status == ESME_RINVPASWD || status == ESME_RINVSYSID;
        if (loginRefused) {
            refused(reason(status));
        } else {
            warn("is not bound to", reason(status));
        }
        return loginRefused;
    }

    private String reason(int status) {
        String name = provider.statuses().get(status).name();
        return "command_status 0x%02X %s".formatted(status, name);
    }

    /** Without a field's value, as that may be the password. */
    private static String reason(Exception failure, Throwable cause) {
        if (failure instanceof SSLException) {
            return "TLS: " + failure.getMessage();
        }
        if (failure instanceof UnknownHostException) {
            return "no such host";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** The SMSC will send them again later. */
    synchronized void refused(int pdus, String reason) {
        long now = System.nanoTime();
        if (lastRefusal == null || now - lastRefusal > PAUSE_NANOS) {
            lastRefusal = now;
            about(LOG.atWarn())
                    .log(
                            "Provider {} sent {} deliver_sm or data_sm that are refused with ESME_RX_T_APPN: {}",
                            link,
                            pdus,
                            reason);
        }
    }

    private void refused(String reason) {
        become("login refused by");
        lastError = reason;
        about(LOG.atError())
                .log(
                        "Provider {}: {} refused the login: {}. Correct sms.provider.{}.system-id and"
                                + " sms.provider.{}.password; the next try is in {} s, as more of them may lock the"
                                + " account",
                        link,
                        provider.login().address(),
                        reason,
                        provider.name(),
                        provider.name(),
                        provider.timers().alarm().toSeconds());
    }

    private void warn(String what, String reason) {
        lastError = reason;
        long now = System.nanoTime();
        if (lastWarning == null || now - lastWarning > PAUSE_NANOS) {
            lastWarning = now;
            about(LOG.atWarn())
                    .log("Provider {} {} {}: {}", link, what, provider.login().address(), reason);
        }
    }

    /** The thread of the link is well again after it. */
    void supervisedAgain(RuntimeException failure) {
        about(LOG.atError()).log("The supervision of {} starts again: {}", this, failure.toString());
    }

    /** Whether the first bind has succeeded or failed. */
    boolean isTried() {
        return tried;
    }

    /** One line for the start-up. */
    @Override
    public String toString() {
        return link + ", " + state + " " + provider.login().address();
    }
}
