package org.caravansms.api.answer;

import java.util.List;
import java.util.stream.Stream;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.UnpairedSurrogates;
import org.caravansms.message.HistoryEntry;
import org.caravansms.message.MessageState;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;

/**
 * The answer to {@code action=getmessagebyid}, under the names and in the order that the vendor documents.
 *
 * @param folder in capitals, as the vendor has it
 * @param senttime when an SMSC had taken all its parts, or empty
 * @param receivedtime when the handset had received it, or empty
 * @param callbackid the client's own id of it, or empty
 * @param state {@link MessageState#code()}
 * @param operatornames the SMSC connection that accepted or rejected it; none before
 * @param routes the SMSC connections of its history, in order
 * @param optionalfields the SMSC's ids of its parts
 */
public record MessageDetails(
        String messageid,
        String originator,
        String recipient,
        String folder,
        String senttime,
        String receivedtime,
        String creationtime,
        String callbackid,
        int state,
        List<String> operatornames,
        List<String> routes,
        List<OptionalField> optionalfields,
        String messagetype,
        String messagedata)
        implements ApiAnswer {

    static final String ACTION = "getMsgInfoByID";

    static MessageDetails of(StoredMessage stored) {
        SmsMessage message = stored.message();
        return new MessageDetails(
                message.id(),
                UnpairedSurrogates.of(message.originator()),
                message.recipient(),
                stored.folder().name(),
                WriteTime.WITH_DOTS.of(stored.submittedAt()),
                WriteTime.WITH_DOTS.of(stored.state() == MessageState.DELIVERED ? stored.doneAt() : null),
                WriteTime.WITH_DOTS.of(message.acceptedAt()),
                UnpairedSurrogates.of(message.options().clientId()),
                stored.state().code(),
                Stream.of(stored.provider()).filter(name -> !name.isEmpty()).toList(),
                routes(stored),
                stored.parts().values().stream()
                        .map(OptionalField::receiptedMessageId)
                        .toList(),
                message.type(),
                UnpairedSurrogates.of(message.text()));
    }

    private static List<String> routes(StoredMessage stored) {
        return stored.history().stream()
                .map(HistoryEntry::provider)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Without the text and the numbers. */
    @Override
    public String toString() {
        return "MessageDetails[" + messageid + "]";
    }
}
