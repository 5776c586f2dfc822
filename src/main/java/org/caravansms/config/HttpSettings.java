package org.caravansms.config;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings {@code sms.http.*}. */
public record HttpSettings(
        boolean enabled,
        String host,
        int port,
        int maxBodyBytes,
        int maxTotalBodyBytes,
        Duration bodyTimeout,
        Duration idleTimeout,
        int maxHeaderBytes,
        int maxConnections,
        int maxConnectionsPerAddress,
        int maxMessages,
        int maxParameters,
        int maxDownload,
        String redirectHosts,
        String corsOrigins,
        boolean httpStatus,
        int threads) {

    /** As browsers write them (RFC 6454 section 6.2). */
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.:\\[\\]-]+");

    /** @throws IllegalArgumentException naming the setting when an origin is none */
    public HttpSettings {
        origins(corsOrigins).filter(origin -> !ORIGIN.matcher(origin).matches()).forEach(origin -> {
            throw new IllegalArgumentException("Setting sms.http.cors-origins: " + origin
                    + " is no origin, such as https://example.org or http://localhost:3000, in lower case");
        });
    }

    /** @return the origins of {@code cors-origins} */
    public Set<String> origins() {
        return origins(corsOrigins).collect(Collectors.toSet());
    }

    private static Stream<String> origins(String list) {
        return Stream.of(list.split(",")).map(String::strip).filter(origin -> !origin.isEmpty());
    }

    /** The settings {@code sms.https.*}. */
    public record HttpsSettings(
            boolean enabled, String host, int port, String keyStore, String keyStorePassword, String keyStoreType) {
        /** Leaves the password out. */
        @Override
        public String toString() {
            return "HttpsSettings[" + host + ":" + port + ", " + keyStore + "]";
        }
    }
}
