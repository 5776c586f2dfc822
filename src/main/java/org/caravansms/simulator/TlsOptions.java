package org.caravansms.simulator;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The stores of TLS, each with its password. */
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

    TlsStores stores() {
        return new TlsStores(new TlsStore(keyStore, keyStorePassword), new TlsStore(trustStore, trustStorePassword));
    }
}
