package org.caravansms.callback;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.SmsMessage;

/**
 * A URL that receives the events of all users.
 *
 * @param name its name in the settings
 * @param url the URL that each event is posted to
 * @param topics its events: {@code receipts}, {@code inbound}, or both
 * @param secret the key of its signatures; empty for none
 */
public record Webhook(String name, String url, Set<String> topics, String secret) {

    public static final String RECEIPTS = "receipts";
    public static final String INBOUND = "inbound";

    private static final String ALGORITHM = "HmacSHA256";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Authenticates a post: HMAC-SHA256 of the time and the body, RFC 2104.
     *
     * @return {@code t=<seconds since 1970>,v1=<hexadecimal digits>}, of the secret and {@code <t>.<body>}
     */
    String signature(Instant now, String body) {
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

    /** @return the body of a post: a JSON object, version 1 */
    static String document(Event event) {
        ObjectNode document = JSON.createObjectNode()
                .put("v", 1)
                .put("event", event.name())
                .put("type", event.type().toString())
                .put("at", event.at().toString())
                .put("messageid", event.messageId())
                .put("provider", event.provider());
        if (event.subject() instanceof InboundMessage inbound) {
            document.put("from", inbound.source())
                    .put("to", inbound.destination())
                    .put("messagetype", inbound.type())
                    .put("messagedata", inbound.text())
                    .put("user", inbound.user());
            port("sourceport", inbound.ports().source(), document);
            port("destinationport", inbound.ports().destination(), document);
        } else if (event.subject() instanceof SmsMessage message) {
            document.put("status", CallbackKeywords.status(event.type()))
                    .put("reason", event.reason())
                    .put("from", message.originator())
                    .put("to", message.recipient())
                    .put("user", message.user())
                    .put("clientid", message.options().clientId())
                    .put("acceptedat", message.acceptedAt().toString());
        }
        return document.toString();
    }

    private static void port(String name, int port, ObjectNode to) {
        if (port >= 0) {
            to.put(name, port);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Webhook[" + name + "]";
    }
}
