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

/** TLS over a connection, as a provider's block has it. The stores are read at each connect: a renewed one is taken up. */
final class TlsSocket {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    /** A close waits no longer for one who writes: the SMSC may have stopped reading. */
    private static final int LINGER_SECONDS = 1;

    private final Tls tls;
    private final int timeoutMillis;

    TlsSocket(Tls tls, int timeoutMillis) {
        this.tls = tls;
        this.timeoutMillis = timeoutMillis;
    }

    /** @throws IOException when a store cannot be used, or either side does not trust the other */
    Socket over(Socket plain, String host) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(plain, host, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setEndpointIdentificationAlgorithm(tls.verifyHost() ? "HTTPS" : null);
        socket.setSSLParameters(parameters);
        socket.setSoLinger(true, LINGER_SECONDS);
        socket.setSoTimeout(timeoutMillis);
        socket.startHandshake();
        return socket;
    }

    private SSLContext context() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    private KeyManager[] keys() throws IOException, GeneralSecurityException {
        if (tls.keyStore() == null) {
            return null;
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(tls.keyStore(), tls.keyStorePassword()), characters(tls.keyStorePassword()));
        return keys.getKeyManagers();
    }

    private TrustManager[] trust() throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(tls.trustStore() == null ? null : store(tls.trustStore(), tls.trustStorePassword()));
        return trust.getTrustManagers();
    }

    private KeyStore store(Path file, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(tls.storeType());
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, characters(password));
            return store;
        } catch (IOException e) {
            throw new SSLException("the store " + file + " cannot be used: " + e, e);
        }
    }

    private static char[] characters(String password) {
        return password == null ? new char[0] : password.toCharArray();
    }
}
