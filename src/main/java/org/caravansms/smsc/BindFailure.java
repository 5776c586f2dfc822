package org.caravansms.smsc;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.caravansms.smpp.CommandStatusTable;
import org.jsmpp.extra.NegativeResponseException;

/**
 * Why a session could not be bound, for people.
 *
 * @param reason without a field's value, as that may be the password
 * @param loginRefused whether the system_id or the password is wrong, so that the same again would be refused again
 */
record BindFailure(String reason, boolean loginRefused) {

    private static final Map<Integer, String> OF_A_BIND =
            Map.of(0x05, "ESME_RALYBND", 0x0D, "ESME_RBINDFAIL", 0x0E, "ESME_RINVPASWD", 0x0F, "ESME_RINVSYSID");

    /** @param statuses names the refusals that are none of a bind's own, SMPP 3.4 section 5.1.3 */
    static BindFailure of(Exception failure, CommandStatusTable statuses) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof NegativeResponseException no) {
            return refused(no.getCommandStatus(), statuses);
        }
        return new BindFailure(text(failure, cause), false);
    }

    private static BindFailure refused(int commandStatus, CommandStatusTable statuses) {
        String name = OF_A_BIND.getOrDefault(
                commandStatus, statuses.get(commandStatus).name());
        return new BindFailure(
                "command_status 0x%02X %s".formatted(commandStatus, name),
                commandStatus == 0x0E || commandStatus == 0x0F);
    }

    private static String text(Exception failure, Throwable cause) {
        if (failure instanceof SSLException) {
            return "TLS: " + failure.getMessage();
        }
        if (failure instanceof UnknownHostException) {
            return "no such host";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** @return how long to rest before the next try, over and above the turns of logins */
    Duration rest(BackOff backOff) {
        return loginRefused ? Duration.ZERO : backOff.next();
    }
}
