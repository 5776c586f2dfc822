package org.caravansms.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.caravansms.config.KeyStoreFile;

/** The private key and the certificate of the server. */
public final class Certificate {

    private final Path file;
    private final KeyStore store;
    private final String password;
    private final X509Certificate certificate;

    private Certificate(Path file, KeyStore store, String password) throws GeneralSecurityException {
        this.file = file;
        this.store = store;
        this.password = password;
        this.certificate = (X509Certificate) store.getCertificate(alias(store, password));
    }

    /**
     * @param type PKCS12 or JKS
     * @param password of the store and of its key
     * @throws IOException when it cannot be read, as with a wrong password
     * @throws GeneralSecurityException when it is of another type, or has no private key that the password opens
     */
    public static Certificate read(Path file, String type, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return new Certificate(file, store, password);
    }

    /** For a server that reads the file itself. */
    public KeyStoreFile keyStore() {
        return new KeyStoreFile(file, store.getType(), password);
    }

    public Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    X509Certificate x509() {
        return certificate;
    }

    /** @return its SHA-256, two hex digits an octet, for clients to compare */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return TLS 1.2 and 1.3 under this certificate */
    public SSLContextParameters tls() {
        KeyStoreParameters stored = new KeyStoreParameters();
        stored.setKeyStore(store);
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(stored);
        keys.setKeyPassword(password);
        SecureSocketProtocolsParameters versions = new SecureSocketProtocolsParameters();
        versions.getSecureSocketProtocol().add("TLSv1.2");
        versions.getSecureSocketProtocol().add("TLSv1.3");
        SSLContextParameters tls = new SSLContextParameters();
        tls.setKeyManagers(keys);
        tls.setSecureSocketProtocols(versions);
        return tls;
    }

    private static String alias(KeyStore store, String password) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getKey(alias, password.toCharArray()) != null) {
                return alias;
            }
        }
        throw new GeneralSecurityException("it has no private key");
    }
}
