package org.caravansms.smsc;

import org.caravansms.smpp.CommandStatusTable;

/** An SMSC's answer to a submit_sm was no: it has not taken the part. */
public class RefusedException extends RuntimeException {

    private final int commandStatus;
    private final transient CommandStatusTable.Entry status;

    /**
     * @param commandStatus what it answered
     * @param status what that asks of us
     */
    public RefusedException(int commandStatus, CommandStatusTable.Entry status) {
        super("command_status 0x%02X %s".formatted(commandStatus, status.name()), null, false, false);
        this.commandStatus = commandStatus;
        this.status = status;
    }

    int commandStatus() {
        return commandStatus;
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
