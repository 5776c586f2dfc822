package org.caravansms.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.caravansms.api.RawRequestBinding;
import org.caravansms.api.http.Certificate;
import org.caravansms.api.http.HttpServers;
import org.caravansms.api.http.Limits;
import org.caravansms.api.http.SelfSigned;
import org.caravansms.config.Settings;
import org.slf4j.Logger;

/** Where HTTP clients come in, as the settings {@code sms.http.*} and {@code sms.https.*} have it. */
public final class Listeners {

    private static final String MAX_TOTAL_BODY_BYTES = "sms.http.max-total-body-bytes";
    private static final String CORS_ORIGINS = "sms.http.cors-origins";
    /** As browsers write them (RFC 6454 section 6.2). */
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.:\\[\\]-]+");

    private static final int HEAP_PERCENT = 4;
    private static final String KEY_STORE = "sms.https.key-store";

    private final Path home;
    private final Settings settings;
    private final Certificate certificate;

    /** @throws IllegalArgumentException naming the setting that stops HTTPS */
    public Listeners(Path home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.certificate = settings.isOn("sms.https.enabled") ? certificate() : null;
    }

    public void bindTo(Main main) {
        main.bind("http-api", new HttpServers(limits(), corsOrigins()));
        main.bind("rawRequestBinding", new RawRequestBinding());
        main.bind("tls", certificate == null ? new SSLContextParameters() : certificate.tls());
    }

    /** Names what listens, and what should but does not. */
    void print(Logger log, CamelContext context) {
        if (runs(context, "http", log)) {
            log.info("HTTP API  http://{}/api, a page to send by hand at /", address("sms.http."));
        }
        if (runs(context, "https", log)) {
            log.info("HTTPS API https://{}/api, the same page", address("sms.https."));
            if (isSelfSigned()) {
                log.warn(
                        "HTTPS     self-signed certificate, SHA-256 {}: set {} to your own",
                        certificate.fingerprint(),
                        KEY_STORE);
            }
        }
    }

    private boolean runs(CamelContext context, String route, Logger log) {
        ServiceStatus status = context.getRouteController().getRouteStatus(route);
        if (status == null && settings.isOn("sms." + route + ".enabled")) {
            log.error("sms.{}.enabled is true, but nothing listens: there is no route {}", route, route);
        }
        return status == ServiceStatus.Started;
    }

    private String address(String prefix) {
        return settings.text(prefix + "host") + ":" + settings.text(prefix + "port");
    }

    private boolean isSelfSigned() {
        return settings.text(KEY_STORE).isEmpty();
    }

    private Certificate certificate() {
        return isSelfSigned() ? selfSigned() : own();
    }

    private Certificate selfSigned() {
        Path folder = home.resolve(settings.text("sms.data-dir")).resolve("tls");
        try {
            return new SelfSigned(folder).certificate();
        } catch (IOException e) {
            throw new IllegalArgumentException("Setting " + KEY_STORE + " is empty, and no certificate can be made in "
                    + folder + " (" + e.getMessage() + "): name one, or make sms.https.enabled false");
        }
    }

    private Certificate own() {
        Path file = home.resolve(settings.text(KEY_STORE));
        try {
            return Certificate.read(
                    file, settings.text("sms.https.key-store-type"), settings.text("sms.https.key-store-password"));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("Setting " + KEY_STORE + ": " + file + " cannot be used ("
                    + e.getMessage() + "): look at it, at " + KEY_STORE + "-password and at " + KEY_STORE + "-type");
        }
    }

    /** Serving a body of short messages takes ten times its octets of the heap, and the queue and Camel need theirs. */
    private long maxTotalBodyBytes() {
        long given = settings.number(MAX_TOTAL_BODY_BYTES);
        return given == 0 ? Runtime.getRuntime().maxMemory() / 100 * HEAP_PERCENT : given;
    }

    private Set<String> corsOrigins() {
        Set<String> origins = Stream.of(settings.text(CORS_ORIGINS).split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toSet());
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException("Setting " + CORS_ORIGINS + ": " + origin
                        + " is no origin, such as https://example.org or http://localhost:3000, in lower case");
            }
        }
        return origins;
    }

    private Limits limits() {
        return new Limits(
                settings.number("sms.http.max-body-bytes"),
                maxTotalBodyBytes(),
                settings.number("sms.http.body-timeout-millis"),
                settings.number("sms.http.idle-timeout-millis"),
                settings.number("sms.http.max-header-bytes"),
                settings.number("sms.http.max-connections"),
                settings.number("sms.http.max-connections-per-address"),
                settings.number("sms.http.threads"));
    }
}
