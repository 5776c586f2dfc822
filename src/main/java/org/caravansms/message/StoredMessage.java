package org.caravansms.message;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What is known of an accepted message.
 *
 * @param message the message
 * @param state how it fares
 * @param folder where its client finds it
 * @param submittedAt when an SMSC had all of it, or null
 * @param doneAt when it came to its final state, or null
 * @param provider the SMSC connection that took it or refused it, empty before
 * @param parts the SMSC's message_id of each part that it took
 * @param reason why it is not sent or not delivered, for people; or empty
 * @param history its life, oldest first
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
        List<HistoryEntry> history) {

    /** Leaves the text and the number out. */
    @Override
    public String toString() {
        return "StoredMessage[" + message.id() + " " + state + "]";
    }
}
