package org.caravansms.api;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.StoredMessage;

/** Makes an answer of what the message store said; the format is chosen later. */
public final class TellMessages {

    /** @throws ApiException 27 when there is no such message, or it is another's */
    public Answer details(@Body Optional<StoredMessage> found) {
        return MessageDetails.of(found.orElseThrow(MessageIds::unknown));
    }

    /** @return the names of the messages that the client is about to get */
    public List<String> ids(@Body List<FolderItem> items) {
        return items.stream().map(FolderItem::id).toList();
    }

    public Answer download(@Body List<FolderItem> items) {
        return new Download(items);
    }

    public Answer contents(
            @Body List<FolderItem> items, @Variable("folder") Folder folder, @Variable("limit") int limit) {
        return new FolderContents(folder, limit, items);
    }

    public Answer settled(@Body List<String> done, @Variable("folder") Folder folder) {
        return new SettledMessages(folder, done);
    }
}
