package org.caravansms.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.caravansms.message.Folder;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.MessageState;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.StoredMessage;

/** A message that a person sent, told in the form of one that a client sent: who asks for it by its id hears the same of both. */
final class ReceivedAsStored {

    private static final String FIND = "SELECT is_deleted, document FROM inbox WHERE id = ? AND user_name = ?";

    private ReceivedAsStored() {}

    static Optional<StoredMessage> find(Connection connection, String user, String id) throws SQLException {
        List<StoredMessage> found = new ArrayList<>(1);
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, Rows.text(id));
            statement.setString(2, Rows.text(user));
            Rows.take(
                    statement,
                    row -> found.add(told(InboundPartJson.readMessage(id, row.getString(2)), row.getBoolean(1))));
        }
        return found.stream().findFirst();
    }

    private static StoredMessage told(InboundMessage message, boolean isDeleted) {
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
