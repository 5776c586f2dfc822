package org.caravansms.datadir;

/** Something is wrong that a person must see to before the gateway may run. The message names it and the remedy. */
public final class StartRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    StartRefusedException(String message) {
        super(message);
    }
}
