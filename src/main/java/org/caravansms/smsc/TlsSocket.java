package org.caravansms.smsc;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** TLS over a connection. The stores are read at each connect, so that a renewed one is used. */
final class TlsSocket {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    /** A close waits no longer for a writer: the SMSC may have stopped reading. */
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
        SSLContextParameters context = new SSLContextParameters();
        context.setKeyManagers(keys());
        context.setTrustManagers(trust());
        try {
            return context.createSSLContext(null);
        } catch (GeneralSecurityException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    private KeyManagersParameters keys() {
        if (tls.keyStore() == null) {
            return null;
        }
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(tls.keys());
        keys.setKeyPassword(tls.keyStorePassword());
        return keys;
    }

    private TrustManagersParameters trust() {
        if (tls.trustStore() == null) {
            return null;
        }
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(tls.trust());
        return trust;
    }
}
