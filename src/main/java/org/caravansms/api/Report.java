package org.caravansms.api;

import java.util.Objects;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;

/**
 * What the client hears of one message.
 *
 * @param draft what the client asked for
 * @param statusCode 0, or a {@link Fault}'s code
 * @param statusMessage the status in words
 * @param message the accepted message, null when it was rejected
 */
public record Report(Draft draft, int statusCode, String statusMessage, SmsMessage message) {

    static Report accepted(Draft draft, SmsMessage message) {
        return new Report(draft, 0, "Message accepted for delivery", message);
    }

    static Report rejected(Draft draft, RejectedMessageException why) {
        return new Report(draft, why.fault().code(), why.getMessage(), null);
    }

    boolean isAccepted() {
        return message != null;
    }

    String messageId() {
        return isAccepted() ? message.id() : "";
    }

    String originator() {
        return isAccepted() ? message.originator() : Objects.requireNonNullElse(draft.originator(), "");
    }

    String recipient() {
        return isAccepted() ? message.recipient() : Objects.requireNonNullElse(draft.recipient(), "");
    }

    String provider() {
        return isAccepted() ? message.provider() : "";
    }

    String text() {
        return Objects.requireNonNullElse(draft.text(), "");
    }
}
