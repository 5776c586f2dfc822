package org.caravansms.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** A key store or trust store file, PKCS12 or JKS; null where there is no file or no password. */
record TlsStore(Path file, String password) {

    boolean isAbsent() {
        return file == null && password == null;
    }

    /** Both or nothing. */
    void check(String option) {
        if (file == null && password != null) {
            throw new IllegalArgumentException("option " + option + "-password needs " + option);
        }
        if (file != null && password == null) {
            throw new IllegalArgumentException("option " + option + " needs " + option + "-password");
        }
    }

    char[] passwordChars() {
        return password.toCharArray();
    }

    KeyStore read() throws IOException, GeneralSecurityException {
        try {
            return KeyStore.getInstance(file.toFile(), passwordChars());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // the last one is how KeyStore says that there is no such file
            throw new IOException("cannot read the store " + file + ": " + e.getMessage(), e);
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "TlsStore[" + file + "]";
    }
}
