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
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

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
    public KeyStoreParameters trust() {
        return store(trustStore, trustStorePassword);
    }

    /** @return our own certificate with its key, null for none */
    public KeyStoreParameters keys() {
        return store(keyStore, keyStorePassword);
    }

    private KeyStoreParameters store(Path file, String password) {
        return file == null ? null : new StoreFile(file, storeType, password);
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
        SSLContextParameters context = new SSLContextParameters();
        context.setKeyManagers(keyManagers());
        context.setTrustManagers(trustManagers());
        try {
            return context.createSSLContext(null);
        } catch (GeneralSecurityException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    private KeyManagersParameters keyManagers() {
        if (keyStore == null) {
            return null;
        }
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(keys());
        keys.setKeyPassword(keyStorePassword);
        return keys;
    }

    private TrustManagersParameters trustManagers() {
        if (trustStore == null) {
            return null;
        }
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(trust());
        return trust;
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "Tls[" + trustStore + ", " + keyStore + "]";
    }

    /** A key store or trust store in a file, read at each connect. */
    private static final class StoreFile extends KeyStoreParameters {

        /** @param type such as PKCS12 */
        StoreFile(Path file, String type, String password) {
            setResource(file.toString());
            setType(type);
            setPassword(password);
        }

        /** @throws SSLException naming the file, with the reason as its cause */
        @Override
        public KeyStore createKeyStore() throws GeneralSecurityException, IOException {
            try {
                return super.createKeyStore();
            } catch (IOException e) {
                throw new SSLException("the store " + getResource() + " cannot be used: " + e, e);
            }
        }

        /** Camel itself would look for the file only when there is a context. */
        @Override
        protected InputStream resolveResource(String file) throws IOException {
            return Files.newInputStream(Path.of(file));
        }
    }
}
