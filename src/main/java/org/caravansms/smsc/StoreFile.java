package org.caravansms.smsc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLException;
import org.apache.camel.support.jsse.KeyStoreParameters;

/** A key store or trust store in a file, read at each connect. */
public final class StoreFile extends KeyStoreParameters {

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
