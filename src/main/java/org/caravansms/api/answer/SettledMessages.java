package org.caravansms.api.answer;

import java.util.List;
import org.caravansms.api.ApiAnswer;
import org.caravansms.message.Folder;

/**
 * The answer to {@code action=deletemsg} and {@code action=markmsg}.
 *
 * @param folder the folder
 * @param messageIds the messages that were deleted or marked
 */
record SettledMessages(Folder folder, List<String> messageIds) implements ApiAnswer {}
