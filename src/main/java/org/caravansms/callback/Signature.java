package org.caravansms.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header that authenticates a post to a webhook: HMAC-SHA256 of the time and the body, RFC 2104. */
final class Signature {

    static final String HEADER = "Caravan-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** @return {@code t=<seconds since 1970>,v1=<hexadecimal digits>}, of the secret and {@code <t>.<body>} */
    static String of(String secret, Instant now, String body) {
        long seconds = now.getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
