package org.caravansms.smsc;

import java.nio.file.Path;

/**
 * TLS 1.2 or newer for a provider's connection.
 *
 * @param trustStore the trusted certificates, null for those of Java
 * @param trustStorePassword its password, never shown
 * @param keyStore our own certificate, null for none
 * @param keyStorePassword its password, never shown
 * @param storeType the type of both, such as PKCS12
 * @param verifyHost whether the certificate must name the host
 */
public record Tls(
        Path trustStore,
        String trustStorePassword,
        Path keyStore,
        String keyStorePassword,
        String storeType,
        boolean verifyHost) {

    /** @return the trusted certificates, null for those of Java */
    public StoreFile trust() {
        return store(trustStore, trustStorePassword);
    }

    /** @return our own certificate with its key, null for none */
    public StoreFile keys() {
        return store(keyStore, keyStorePassword);
    }

    private StoreFile store(Path file, String password) {
        return file == null ? null : new StoreFile(file, storeType, password);
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "Tls[" + trustStore + ", " + keyStore + "]";
    }
}
