package org.caravansms.smsc;

import java.nio.file.Path;

/**
 * How a provider's connection is kept private: TLS 1.2 or newer.
 *
 * @param trustStore whom to believe, null for those whom Java believes
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

    /** @return whom to believe, null for those whom Java believes */
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
