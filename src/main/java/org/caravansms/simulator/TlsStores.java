package org.caravansms.simulator;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The simulator's own certificate, and whom it trusts: with a trust store every client needs a certificate. */
record TlsStores(TlsStore key, TlsStore trust) {

    void check() {
        key.check("--tls-key-store");
        trust.check("--tls-trust-store");
        if (key.isAbsent() && !trust.isAbsent()) {
            throw new IllegalArgumentException("option --tls-trust-store needs --tls-key-store");
        }
    }

    /** The options with TLS, as they are where no store was named. */
    SimulatorOptions apply(SimulatorOptions options) throws IOException {
        try {
            return key.isAbsent() ? options : options.withTls(context(), !trust.isAbsent());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use the stores of TLS: " + e.getMessage(), e);
        }
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key.read(), key.passwordChars());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted(), null);
        return context;
    }

    private TrustManager[] trusted() throws IOException, GeneralSecurityException {
        if (trust.isAbsent()) {
            return null;
        }
        TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(trust.read());
        return trusts.getTrustManagers();
    }
}
