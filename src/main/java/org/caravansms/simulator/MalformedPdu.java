package org.caravansms.simulator;

/** A PDU whose body cannot be read; has the command_status it is answered with. */
final class MalformedPdu extends Exception {
    final int commandStatus;

    MalformedPdu(int commandStatus) {
        // no stack trace: it is an answer to the client, and a client may send many
        super(null, null, false, false);
        this.commandStatus = commandStatus;
    }
}
