package org.caravansms.config;

import java.nio.file.Path;

/**
 * The private key and the certificate of the listeners.
 *
 * @param type PKCS12 or JKS
 * @param password of the store and of its key
 */
public record KeyStoreFile(Path file, String type, String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "KeyStoreFile[" + file + "]";
    }
}
