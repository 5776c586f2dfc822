package org.caravansms.api.answer;

import java.util.List;
import org.caravansms.api.ApiAnswer;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;

/**
 * The answer to {@code action=receivemsg}.
 *
 * @param folder the folder
 * @param limit the most messages in the answer
 * @param items messages of the folder, in its order
 */
record FolderContents(Folder folder, int limit, List<FolderItem> items) implements ApiAnswer {

    /** Without the messages. */
    @Override
    public String toString() {
        return "FolderContents[" + folder + " " + items.size() + "]";
    }
}
