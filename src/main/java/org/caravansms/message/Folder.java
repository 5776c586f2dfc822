package org.caravansms.message;

import java.util.Locale;

/** The folders of a client. */
public enum Folder {
    /** Messages from handsets. */
    INBOX,
    /** Messages that are not sent yet. */
    OUTBOX,
    SENT,
    /** Messages that will not arrive. */
    NOTSENT,
    /** Messages that the client deleted from another folder. */
    DELETED;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** @return the name in the HTTP API, such as {@code inbox} */
    @Override
    public String toString() {
        return text;
    }

    /** @return null for an unknown name */
    public static Folder named(String text) {
        for (Folder folder : values()) {
            if (folder.text.equalsIgnoreCase(text)) {
                return folder;
            }
        }
        return null;
    }
}
