package org.caravansms.api.answer;

import org.caravansms.api.ApiAnswer;
import org.caravansms.message.Folder;
import org.caravansms.message.FolderItem;
import java.util.List;

/**
 * The answer to {@code action=receivemsg}.
 *
 * @param folder the folder
 * @param limit how many messages it has at most
 * @param items messages of the folder, in its order
 */
record FolderContents(Folder folder, int limit, List<FolderItem> items) implements ApiAnswer {

    /** Leaves the messages out. */
    @Override
    public String toString() {
        return "FolderContents[" + folder + " " + items.size() + "]";
    }
}
