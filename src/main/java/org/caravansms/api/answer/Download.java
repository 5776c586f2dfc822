package org.caravansms.api.answer;

import org.caravansms.api.ApiAnswer;
import org.caravansms.message.FolderItem;
import java.util.List;

/** The answer to {@code action=receivemessage}: messages of a folder, in its order. */
record Download(List<FolderItem> items) implements ApiAnswer {

    static final String ACTION = "receivemessage";

    /** Made as a format comes to write them. */
    public List<DownloadedMessage> messages() {
        return new LazyList<>(items, DownloadedMessage::of);
    }

    /** Leaves the messages out. */
    @Override
    public String toString() {
        return "Download[" + items.size() + "]";
    }
}
