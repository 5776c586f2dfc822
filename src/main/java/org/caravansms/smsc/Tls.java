package org.caravansms.smsc;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.ssl.SSLContexts;

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

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    /** A close waits no longer for a writer: the SMSC may have stopped reading. */
    private static final int LINGER_SECONDS = 1;

    /** @return the trusted certificates, null for those of Java */
    public KeyStore trust() throws IOException, GeneralSecurityException {
        return store(trustStore, trustStorePassword);
    }

    /** @return our own certificate with its key, null for none */
    public KeyStore keys() throws IOException, GeneralSecurityException {
        return store(keyStore, keyStorePassword);
    }

    /** @throws SSLException naming the file, with the reason as its cause */
    private KeyStore store(Path file, String password) throws IOException, GeneralSecurityException {
        if (file == null) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(storeType);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException e) {
            throw new SSLException("the store " + file + " cannot be used: " + e, e);
        }
    }

    /**
     * TLS over a connection. The stores are read at each connect, so that a renewed one is used.
     *
     * @throws IOException when a store cannot be used, or either side does not trust the other
     */
    Socket over(Socket plain, String host, int timeoutMillis) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(plain, host, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm(verifyHost ? "HTTPS" : null);
        socket.setSSLParameters(parameters);
        socket.setSoLinger(true, LINGER_SECONDS);
        socket.setSoTimeout(timeoutMillis);
        socket.startHandshake();
        return socket;
    }

    private SSLContext context() throws IOException {
        try {
            KeyStore keys = keys();
            return SSLContexts.custom()
                    .loadKeyMaterial(keys, keys == null ? null : keyStorePassword.toCharArray())
                    .loadTrustMaterial(trust(), null)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "Tls[" + trustStore + ", " + keyStore + "]";
    }
}
