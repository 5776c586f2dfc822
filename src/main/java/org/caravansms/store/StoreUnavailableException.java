package org.caravansms.store;

/** The database cannot be used now; nothing was changed in it. */
public class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
