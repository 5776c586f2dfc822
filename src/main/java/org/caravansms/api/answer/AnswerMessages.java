package org.caravansms.api.answer;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.caravansms.api.ApiAnswer;
import org.caravansms.api.ApiException;
import org.caravansms.api.ReadMessageIds;
import org.caravansms.message.Fault;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import org.caravansms.message.StoredMessage;

/** Makes an answer of the message store's result; the format is chosen later. */
public final class AnswerMessages {

    private final CompleteSendMsg complete = new CompleteSendMsg();

    /**
     * @param upToDate whether the store had all events when it was asked
     * @throws ApiException 27 when this user has no such message; 26 when it may not be in the store yet
     */
    public ApiAnswer details(@Body Optional<StoredMessage> found, @Variable("upToDate") boolean upToDate) {
        return MessageDetails.of(found.orElseThrow(() -> upToDate ? ReadMessageIds.unknown() : behind()));
    }

    private static ApiException behind() {
        return new ApiException(
                Fault.STORE_UNAVAILABLE,
                "The message store is behind, and may not have this message yet. Ask again later.");
    }

    /** @return the ids of the messages in the answer */
    public List<String> ids(@Body List<FolderItem> items) {
        return items.stream().map(FolderItem::id).toList();
    }

    public ApiAnswer download(@Body List<FolderItem> items) {
        return new Download(new LazyList<>(items.size(), i -> DownloadedMessage.of(items.get(i))));
    }

    public ApiAnswer contents(
            @Body List<FolderItem> items, @Variable("folder") Folder folder, @Variable("limit") int limit) {
        return new SendMsgReply.Contents(
                folder.toString(),
                Integer.toString(limit),
                new LazyList<>(items.size(), i -> complete.of(items.get(i))));
    }

    public ApiAnswer settled(@Body List<String> done, @Variable("folder") Folder folder) {
        return new SendMsgReply.Settled(folder.toString(), done);
    }
}
