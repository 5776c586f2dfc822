package org.caravansms.api.answer;

import org.caravansms.api.ApiAnswer;
import org.caravansms.message.Folder;
import java.util.List;

/**
 * The answer to {@code action=deletemsg} and {@code action=markmsg}.
 *
 * @param folder the folder
 * @param messageIds those of the named messages with which it was done
 */
record SettledMessages(Folder folder, List<String> messageIds) implements ApiAnswer {}
