package org.caravansms.smsc;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

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

    /** @throws SSLException naming the store, when it cannot be read, with the reason as its cause */
    public KeyStore open(Path store, String password) throws IOException, GeneralSecurityException {
        KeyStore opened = KeyStore.getInstance(storeType);
        try (InputStream in = Files.newInputStream(store)) {
            opened.load(in, password.toCharArray());
            return opened;
        } catch (IOException e) {
            throw new SSLException("the store " + store + " cannot be used: " + e, e);
        }
    }

    /**
     * The stores are read at each connect, so that a renewed one is used.
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
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    private KeyManager[] keyManagers() throws IOException, GeneralSecurityException {
        if (keyStore == null) {
            return null;
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(open(keyStore, keyStorePassword), keyStorePassword.toCharArray());
        return keys.getKeyManagers();
    }

    private TrustManager[] trustManagers() throws IOException, GeneralSecurityException {
        if (trustStore == null) {
            return null;
        }
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(open(trustStore, trustStorePassword));
        return trusted.getTrustManagers();
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "Tls[" + trustStore + ", " + keyStore + "]";
    }
}
