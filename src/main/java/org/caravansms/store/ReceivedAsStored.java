package org.caravansms.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.caravansms.message.Folder;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;

/** A message from a handset in the form of one that a client sent: a request by id has the same answer for both. */
final class ReceivedAsStored {

    private static final String FIND = "SELECT is_deleted, document FROM inbox WHERE id = ? AND user_name = ?";

    private ReceivedAsStored() {}

    static Optional<StoredMessage> find(Connection connection, String user, String id) throws SQLException {
        return Rows.list(
                        connection,
                        FIND,
                        row -> stored(StoreJson.readInbound(id, row.getString(2)), row.getBoolean(1)),
                        id,
                        user)
                .stream()
                .findFirst();
    }

    private static StoredMessage stored(InboundMessage message, boolean isDeleted) {
        return new StoredMessage(
                sms(message),
                MessageState.DELIVERED,
                isDeleted ? Folder.DELETED : Folder.INBOX,
                message.sentAt(),
                message.receivedAt(),
                message.provider(),
                new TreeMap<>(),
                "",
                List.of());
    }

    private static SmsMessage sms(InboundMessage message) {
        return new SmsMessage(
                message.id(),
                message.user(),
                message.source(),
                message.destination(),
                message.type(),
                message.text(),
                "",
                message.receivedAt(),
                MessageOptions.NONE);
    }
}
