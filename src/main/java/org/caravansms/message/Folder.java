package org.caravansms.message;

import java.util.Locale;

/** Where a client finds its messages. */
public enum Folder {
    /** What people sent to it. */
    INBOX,
    /** What the gateway has not sent yet. */
    OUTBOX,
    SENT,
    /** What will not arrive. */
    NOTSENT,
    /** What the client deleted from one of the others. */
    DELETED;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** @return the name in the HTTP API, such as {@code inbox} */
    @Override
    public String toString() {
        return text;
    }

    /** @return null when none is called so */
    public static Folder named(String text) {
        for (Folder folder : values()) {
            if (folder.text.equalsIgnoreCase(text)) {
                return folder;
            }
        }
        return null;
    }
}
