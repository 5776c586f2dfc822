package org.caravansms.api.answer;

import java.util.List;
import org.caravansms.api.ApiAnswer;

/** The answer to {@code action=receivemessage}: messages of a folder, in its order. */
record Download(List<DownloadedMessage> messages) implements ApiAnswer {

    static final String ACTION = "receivemessage";

    /** Without the messages. */
    @Override
    public String toString() {
        return "Download[" + messages.size() + "]";
    }
}
