package org.caravansms.provider;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.caravansms.config.SettingBlock;
import org.caravansms.smsc.Tls;

/**
 * The TLS settings of a block. The stores are opened once, so that a wrong password is reported here and not at each
 * connect.
 */
record BlockTls(Path home, SettingBlock block) {

    private static final String TRUST_STORE = "tls-trust-store";
    private static final String KEY_STORE = "tls-key-store";
    private static final String TYPE = "tls-store-type";

    /**
     * @return null for a connection without TLS, whose other TLS settings are checked nevertheless
     * @throws IllegalArgumentException naming the store that cannot be used
     */
    Tls read() {
        Tls tls = tls();
        if (!block.isOn("tls")) {
            return null;
        }
        open(TRUST_STORE, tls.trustStore(), tls::trust);
        KeyStore keys = open(KEY_STORE, tls.keyStore(), tls::keys);
        if (keys != null) {
            requireKey(keys, tls);
        }
        return tls;
    }

    private Tls tls() {
        return new Tls(
                file(TRUST_STORE),
                block.text(TRUST_STORE + "-password"),
                file(KEY_STORE),
                block.text(KEY_STORE + "-password"),
                block.mandatory(TYPE),
                block.isOn("tls-verify-host"));
    }

    private Path file(String setting) {
        String file = block.text(setting);
        return file.isEmpty() ? null : home.resolve(file);
    }

    private KeyStore open(String setting, Path file, Callable<KeyStore> store) {
        try {
            return store.call();
        } catch (Exception e) {
            throw unusable(setting, file, e instanceof SSLException ? e.getCause() : e);
        }
    }

    private void requireKey(KeyStore keys, Tls tls) {
        try {
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getKey(alias, tls.keyStorePassword().toCharArray()) != null) {
                    return;
                }
            }
            throw new GeneralSecurityException("it has no private key");
        } catch (GeneralSecurityException e) {
            throw unusable(KEY_STORE, tls.keyStore(), e);
        }
    }

    private IllegalArgumentException unusable(String setting, Path file, Throwable e) {
        String why = e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
        return new IllegalArgumentException("Setting " + block.key(setting) + ": " + file + " cannot be used (" + why
                + "): look at it, at " + block.key(setting + "-password") + " and at " + block.key(TYPE));
    }
}
