package org.caravansms.message;

import java.time.Instant;
import java.util.Objects;

/**
 * One accepted text message on its way from a client to an SMSC.
 *
 * @param id the gateway's name for the message, a lower-case UUID
 * @param user who sent it
 * @param originator the sender that the handset shows: a number, a short code or up to 11 alphanumeric characters
 * @param recipient the number that gets it, as {@link PhoneNumber#understood}
 * @param type the message type of the HTTP API, such as {@code SMS:TEXT}
 * @param text what the recipient reads
 * @param provider the SMSC connection that the client asked for, empty when it leaves the choice to the gateway
 * @param acceptedAt when the gateway took it
 * @param options what else the client asked for
 */
public record SmsMessage(
        String id,
        String user,
        String originator,
        String recipient,
        String type,
        String text,
        String provider,
        Instant acceptedAt,
        MessageOptions options)
        implements EventSubject {

    public SmsMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(originator, "originator");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(options, "options");
    }

    /** @return what makes it the same message again; neither a user's name nor a number has a line break */
    public String clientKey() {
        return user + '\n' + options.clientId() + '\n' + recipient;
    }

    /** Leaves the text and the number out: a log line or an error may carry this. */
    @Override
    public String toString() {
        return "SmsMessage[" + id + "]";
    }
}
