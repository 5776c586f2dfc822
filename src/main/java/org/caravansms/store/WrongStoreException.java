package org.caravansms.store;

/** The database has tables that this version cannot use: those of a newer version or of another program. */
public final class WrongStoreException extends StoreUnavailableException {

    private static final long serialVersionUID = 1;

    WrongStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
