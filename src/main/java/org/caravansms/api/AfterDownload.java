package org.caravansms.api;

/** What the store does with messages after a client has downloaded them. */
public enum AfterDownload {
    /** Nothing: the next download has them again. */
    UNTOUCH,
    /** They stay in their folder, and no further download has them. */
    MARK,
    DELETE
}
