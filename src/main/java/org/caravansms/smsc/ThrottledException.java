package org.caravansms.smsc;

import org.caravansms.smpp.CommandStatusTable;

/** The SMSC wants us to slow down: the part is sent again in its turn. */
public final class ThrottledException extends RefusedException {

    ThrottledException(int commandStatus, CommandStatusTable.Entry status) {
        super(commandStatus, status);
    }
}
