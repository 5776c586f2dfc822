package org.caravansms.simulator;

import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * Where the SMSC for tests, demos and benchmarks listens, and how.
 *
 * @param host the address to listen on
 * @param port the TCP port to listen on, 0 to 65535; 0 takes any free one
 * @param tls the certificate it shows and whom it trusts; null for plain TCP
 * @param needClientCertificate whether a client without a trusted certificate is turned away
 */
public record Listening(String host, int port, SSLContext tls, boolean needClientCertificate) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the port is out of range
     */
    public Listening {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535: " + port);
        }
    }

    Listening withHost(String host) {
        return new Listening(host, port, tls, needClientCertificate);
    }

    Listening withPort(int port) {
        return new Listening(host, port, tls, needClientCertificate);
    }

    Listening withTls(SSLContext tls, boolean needClientCertificate) {
        return new Listening(host, port, tls, needClientCertificate);
    }
}
