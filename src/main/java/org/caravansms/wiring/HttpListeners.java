package org.caravansms.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.caravansms.api.http.BodyBudget;
import org.caravansms.api.http.Certificate;
import org.caravansms.api.http.HttpServers;
import org.caravansms.api.http.RawRequestBinding;
import org.caravansms.api.http.SelfSigned;
import org.caravansms.config.HttpSettings;
import org.caravansms.config.HttpSettings.HttpsSettings;
import org.caravansms.config.KeyStoreFile;
import org.slf4j.Logger;

/** The HTTP and HTTPS listeners of the settings {@code sms.http.*} and {@code sms.https.*}. */
final class HttpListeners {

    private static final int HEAP_PERCENT = 4;
    private static final String KEY_STORE = "sms.https.key-store";

    private final Path home;
    private final Path ownFolder;
    private final HttpSettings http;
    private final HttpsSettings https;
    private final Certificate certificate;

    /**
     * @param ownFolder the folder of a self-signed certificate
     * @throws IllegalArgumentException naming the setting that stops HTTPS
     */
    HttpListeners(Path home, Path ownFolder, HttpSettings http, HttpsSettings https) {
        this.home = home;
        this.ownFolder = ownFolder;
        this.http = http;
        this.https = https;
        this.certificate = https.enabled() ? certificate() : null;
    }

    /** @param answered gets the milliseconds that each request took */
    void bindTo(Main main, LongConsumer answered) {
        main.bind("http-api", new HttpServers(http, new BodyBudget(maxTotalBodyBytes()), answered));
        main.bind("rawRequestBinding", new RawRequestBinding());
        main.bind("tls", certificate == null ? new SSLContextParameters() : certificate.tls());
    }

    /** @throws IllegalArgumentException naming the setting that stops TLS */
    KeyStoreFile keyStore() {
        return (certificate == null ? certificate() : certificate).keyStore();
    }

    /**
     * @return TLS under the same certificate for a server that listens itself
     * @throws IllegalArgumentException naming the setting that stops TLS
     */
    SSLContextParameters tls() {
        return (certificate == null ? certificate() : certificate).tls();
    }

    /** @return the end of the certificate's validity; empty without HTTPS */
    Optional<Instant> certificateEnd() {
        return Optional.ofNullable(certificate).map(Certificate::end);
    }

    /** Logs the listeners, and a listener that is missing. */
    void print(Logger log, CamelContext context) {
        if (runs(context, "http", http.enabled(), log)) {
            log.info("HTTP API  http://{}/api, a page to send by hand at /", http.host() + ":" + http.port());
        }
        if (runs(context, "https", https.enabled(), log)) {
            log.info("HTTPS API https://{}/api, the same page", https.host() + ":" + https.port());
            if (isSelfSigned()) {
                log.warn(
                        "HTTPS     self-signed certificate, SHA-256 {}: set {} to your own",
                        certificate.fingerprint(),
                        KEY_STORE);
            }
        }
    }

    private boolean runs(CamelContext context, String route, boolean enabled, Logger log) {
        ServiceStatus status = context.getRouteController().getRouteStatus(route);
        if (status == null && enabled) {
            log.error("sms.{}.enabled is true, but nothing listens: there is no route {}", route, route);
        }
        return status == ServiceStatus.Started;
    }

    private boolean isSelfSigned() {
        return https.keyStore().isEmpty();
    }

    private Certificate certificate() {
        return isSelfSigned() ? selfSigned() : own();
    }

    private Certificate selfSigned() {
        try {
            return new SelfSigned(ownFolder).certificate();
        } catch (IOException e) {
            throw new IllegalArgumentException("Setting " + KEY_STORE + " is empty, and no certificate can be made in "
                    + ownFolder + " (" + e.getMessage() + "): name one, or make sms.https.enabled false");
        }
    }

    private Certificate own() {
        Path file = home.resolve(https.keyStore());
        try {
            return Certificate.read(file, https.keyStoreType(), https.keyStorePassword());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("Setting " + KEY_STORE + ": " + file + " cannot be used ("
                    + e.getMessage() + "): look at it, at " + KEY_STORE + "-password and at " + KEY_STORE + "-type");
        }
    }

    /** A body of short messages takes ten times its size in the heap; the queue and Camel need the rest. */
    private long maxTotalBodyBytes() {
        long given = http.maxTotalBodyBytes();
        return given == 0 ? Runtime.getRuntime().maxMemory() / 100 * HEAP_PERCENT : given;
    }
}
