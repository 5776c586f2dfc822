package org.caravansms.message;

import java.time.Instant;

/**
 * One accepted text message on its way from a client to an SMSC.
 *
 * @param id the gateway's name for the message, a lower-case UUID
 * @param user the user who sent it
 * @param originator the sender that the handset shows: a number, a short code or up to 11 alphanumeric characters
 * @param recipient the number of the receiver, as {@link PhoneNumber#understood}
 * @param type the message type of the HTTP API, such as {@code SMS:TEXT}
 * @param text the text, or the data of another type
 * @param provider the SMSC connection that the client asked for, empty when it leaves the choice to the gateway
 * @param acceptedAt when the gateway accepted it
 * @param options the options of the client
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
        implements Event.Subject {

    /** @return the key of a repeated message; neither a user's name nor a number has a line break */
    public String clientKey() {
        return user + '\n' + options.clientId() + '\n' + recipient;
    }

    /** Leaves the text and the number out: a log line or an error may carry this. */
    @Override
    public String toString() {
        return "SmsMessage[" + id + "]";
    }
}
