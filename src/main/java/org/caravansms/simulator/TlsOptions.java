package org.caravansms.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.ssl.SSLContexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The stores of TLS, PKCS12 or JKS, each with its password: with a trust store every client needs a certificate. */
@Command(optionListHeading = "%nTLS:%n")
final class TlsOptions {
    @Option(
            names = "--tls-key-store",
            paramLabel = "FILE",
            description = "the simulator's key and certificate, PKCS12 or JKS")
    private Path keyStore;

    @Option(names = "--tls-key-store-password", paramLabel = "PW", description = "its password")
    private String keyStorePassword;

    @Option(
            names = "--tls-trust-store",
            paramLabel = "FILE",
            description = "clients must have a certificate that this one trusts")
    private Path trustStore;

    @Option(names = "--tls-trust-store-password", paramLabel = "PW", description = "its password")
    private String trustStorePassword;

    private void check() {
        check("--tls-key-store", keyStore, keyStorePassword);
        check("--tls-trust-store", trustStore, trustStorePassword);
        if (keyStore == null && trustStore != null) {
            throw new IllegalArgumentException("option --tls-trust-store needs --tls-key-store");
        }
    }

    private static void check(String option, Path file, String password) {
        if (file == null && password != null) {
            throw new IllegalArgumentException("option " + option + "-password needs " + option);
        }
        if (file != null && password == null) {
            throw new IllegalArgumentException("option " + option + " needs " + option + "-password");
        }
    }

    /**
     * Checks these options, and switches TLS on where there is a key store.
     *
     * @throws IllegalArgumentException if one of them lacks another
     * @throws IOException if a store cannot be read
     */
    void applyTo(SimulatorOptions options) throws IOException {
        check();
        try {
            options.tls = keyStore == null ? null : context();
            options.needClientCertificate = trustStore != null;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use the stores of TLS: " + e.getMessage(), e);
        }
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        SSLContextBuilder context =
                SSLContexts.custom().loadKeyMaterial(read(keyStore, keyStorePassword), keyStorePassword.toCharArray());
        return trustStore == null
                ? context.build()
                : context.loadTrustMaterial(read(trustStore, trustStorePassword), null)
                        .build();
    }

    private static KeyStore read(Path file, String password) throws IOException {
        try {
            return KeyStore.getInstance(file.toFile(), password.toCharArray());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // the last one is how KeyStore says that there is no such file
            throw new IOException("cannot read the store " + file + ": " + e.getMessage(), e);
        }
    }
}
