package org.caravansms.smsc;

import org.caravansms.smpp.CommandStatusTable;

/** An SMSC answered a submit_sm with an error: it has not accepted the part. */
public class RefusedException extends RuntimeException {

    private final transient CommandStatusTable.Entry status;

    /**
     * @param commandStatus the command_status of the answer
     * @param status its name and rule
     */
    public RefusedException(int commandStatus, CommandStatusTable.Entry status) {
        super("command_status 0x%02X %s".formatted(commandStatus, status.name()), null, false, false);
        this.status = status;
    }

    /** Whether the session is at fault, and not the part. */
    boolean isOfTheSession() {
        return switch (rule()) {
            case REBIND, BACK_OFF, ALARM -> true;
            default -> false;
        };
    }

    public CommandStatusTable.Rule rule() {
        return status.rule();
    }
}
