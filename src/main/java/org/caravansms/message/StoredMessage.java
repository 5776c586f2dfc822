package org.caravansms.message;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * An accepted message with its state and history.
 *
 * @param message the message
 * @param state its state
 * @param folder the client's folder that it is in
 * @param submittedAt when an SMSC had accepted all of it, or null
 * @param doneAt since when its state is final, or null
 * @param provider the SMSC connection that sent it or failed to, empty before
 * @param parts the SMSC's message_id of each accepted part
 * @param reason why it is not sent or not delivered, for people; or empty
 * @param error the network's code in the receipt that says so, or empty
 * @param history its events, oldest first
 */
public record StoredMessage(
        SmsMessage message,
        MessageState state,
        Folder folder,
        Instant submittedAt,
        Instant doneAt,
        String provider,
        SortedMap<Integer, String> parts,
        String reason,
        String error,
        List<HistoryEntry> history) {

    /** A message from a handset in the form of one that a client sent: both have the same answers. */
    public static StoredMessage received(InboundMessage message, Folder folder) {
        return new StoredMessage(
                new SmsMessage(
                        message.id(),
                        message.user(),
                        message.source(),
                        message.destination(),
                        message.type(),
                        message.text(),
                        "",
                        message.receivedAt(),
                        MessageOptions.NONE),
                MessageState.DELIVERED,
                folder,
                message.sentAt(),
                message.receivedAt(),
                message.provider(),
                Collections.emptySortedMap(),
                "",
                "",
                List.of());
    }

    /** Leaves the text and the number out. */
    @Override
    public String toString() {
        return "StoredMessage[" + message.id() + " " + state + "]";
    }
}
