package org.caravansms.api;

/** What becomes of messages once their client has them. */
public enum AfterDownload {
    /** It gets them again the next time. */
    UNTOUCH,
    /** They stay in their folder, and it does not get them again. */
    MARK,
    DELETE
}
