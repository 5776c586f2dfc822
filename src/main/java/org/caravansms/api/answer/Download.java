package org.caravansms.api.answer;

import java.util.List;
import org.caravansms.api.ApiAnswer;
import org.caravansms.message.FolderItem;

/** The answer to {@code action=receivemessage}: messages of a folder, in its order. */
record Download(List<FolderItem> items) implements ApiAnswer {

    static final String ACTION = "receivemessage";

    public List<DownloadedMessage> messages() {
        return new LazyList<>(items.size(), i -> DownloadedMessage.of(items.get(i)));
    }

    /** Without the messages. */
    @Override
    public String toString() {
        return "Download[" + items.size() + "]";
    }
}
