package org.caravansms.api;

import java.util.Objects;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;

/**
 * The report to the client on one message.
 *
 * @param request the request for the message, as far as the message does not have its fields
 * @param fault why it was rejected, null when it was accepted
 * @param statusMessage the status in words
 * @param message the accepted message, null when it was rejected
 * @param segments the segments of the accepted message, null when it was rejected
 * @param repeated whether the message was accepted before under the same client id, and is not sent again
 */
public record Report(
        MessageRequest request,
        Fault fault,
        String statusMessage,
        SmsMessage message,
        Segments segments,
        boolean repeated) {

    private static final String ACCEPTED = "Message accepted for delivery";

    public static Report accepted(MessageRequest request, SmsMessage message, Segments segments) {
        return new Report(request.accepted(), null, ACCEPTED, message, segments, false);
    }

    /** @param first the message that this one repeats */
    public static Report repeated(MessageRequest request, SmsMessage first, Segments segments) {
        return new Report(request, null, ACCEPTED, first, segments, true);
    }

    public static Report rejected(MessageRequest request, RejectedMessageException why) {
        return new Report(request.original(), why.fault(), why.getMessage(), null, null, false);
    }

    /** @return whether its message goes to the queue */
    public boolean isToBeSent() {
        return isAccepted() && !repeated;
    }

    public boolean isAccepted() {
        return message != null;
    }

    /** @return 0, or the fault's code */
    public int statusCode() {
        return fault == null ? 0 : fault.code();
    }

    public String suffix() {
        return request.suffix();
    }

    public String messageId() {
        return isAccepted() ? message.id() : "";
    }

    public String originator() {
        return isAccepted() ? message.originator() : asked(MessageField.ORIGINATOR, "");
    }

    public String recipient() {
        return isAccepted() ? message.recipient() : asked(MessageField.RECIPIENT, "");
    }

    public String type() {
        return isAccepted() ? message.type() : asked(MessageField.TYPE, "SMS:TEXT");
    }

    public String provider() {
        return isAccepted() ? message.provider() : "";
    }

    public String text() {
        return isAccepted() ? message.text() : asked(MessageField.TEXT, "");
    }

    private String asked(MessageField field, String otherwise) {
        try {
            return Objects.requireNonNullElse(request.get(field), otherwise);
        } catch (RejectedMessageException unreadable) {
            return otherwise;
        }
    }
}
