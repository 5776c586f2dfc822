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
 * @param routing where it came from, and where the rules send it
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
        MessageOptions options,
        Routing routing)
        implements Event.Subject {

    private static final int ANY_RECEIPT = 0x13;

    /** From a source that is not known. */
    public SmsMessage(
            String id,
            String user,
            String originator,
            String recipient,
            String type,
            String text,
            String provider,
            Instant acceptedAt,
            MessageOptions options) {
        this(id, user, originator, recipient, type, text, provider, acceptedAt, options, Routing.from(null));
    }

    /** @return how it came, or null */
    public Source source() {
        return routing.source();
    }

    /** @return whether the program that submitted it over SMPP asked for any of its receipts, SMPP 3.4 section 5.2.17 */
    public boolean asksForReceipts() {
        return source() == Source.SMPP
                && !routing.isCopy()
                && (options.smpp().getOrDefault(SmppField.REGISTERED_DELIVERY, 0) & ANY_RECEIPT) != 0;
    }

    /** @return whether the events have the whole message, by which receipts and reports are made of them */
    public boolean isReported() {
        return options.areReported() || asksForReceipts();
    }

    public SmsMessage with(Routing chosen) {
        return new SmsMessage(id, user, originator, recipient, type, text, provider, acceptedAt, options, chosen);
    }

    /** @return the one that goes to another queue, a message of its own: of it the client gets no reports */
    public SmsMessage copy(String copyId) {
        Routing ofCopy = new Routing(source(), routing.rule(), id, routing.copyTo(), null);
        return new SmsMessage(
                copyId, user, originator, recipient, type, text, provider, acceptedAt, options.ofCopy(), ofCopy);
    }

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
