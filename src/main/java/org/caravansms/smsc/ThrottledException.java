package org.caravansms.smsc;

import org.caravansms.smpp.CommandStatusTable;

/** The SMSC throttles: the part is sent again when the rate allows. */
public final class ThrottledException extends RefusedException {

    ThrottledException(int commandStatus, CommandStatusTable.Entry status) {
        super(commandStatus, status);
    }
}
