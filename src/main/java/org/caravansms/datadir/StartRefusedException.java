package org.caravansms.datadir;

/** A person must mend something before the gateway may run. The message names the fault and the remedy. */
public final class StartRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    StartRefusedException(String message) {
        super(message);
    }
}
