package org.caravansms.message;

import java.time.Instant;

/**
 * A message in a client's folder, sent or received.
 *
 * @param id the gateway's name for it
 * @param originator the sender
 * @param recipient the receiver
 * @param type the message type of the HTTP API
 * @param text the text
 * @param createdAt when the gateway accepted or received it
 * @param sentAt when it was sent: to an SMSC, or by a person as the SMSC says; or null
 * @param receivedAt when it arrived: at the handset, or here; or null
 * @param state its state; {@link MessageState#DELIVERED} in the inbox
 * @param read whether the client marked it as read
 * @param ports the applications on the phones that it is from and for, where a person's message names them
 */
public record FolderItem(
        String id,
        String originator,
        String recipient,
        String type,
        String text,
        Instant createdAt,
        Instant sentAt,
        Instant receivedAt,
        MessageState state,
        boolean read,
        Ports ports) {

    /** Leaves the text and the numbers out. */
    @Override
    public String toString() {
        return "FolderItem[" + id + "]";
    }
}
