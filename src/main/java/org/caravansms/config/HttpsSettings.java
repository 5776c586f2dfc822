package org.caravansms.config;

/** The settings {@code sms.https.*}. */
public record HttpsSettings(
        boolean enabled, String host, int port, String keyStore, String keyStorePassword, String keyStoreType) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "HttpsSettings[" + host + ":" + port + ", " + keyStore + "]";
    }
}
