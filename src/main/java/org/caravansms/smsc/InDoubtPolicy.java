package org.caravansms.smsc;

/** What becomes of a submit_sm whose answer never came: the SMSC may have taken it, or not. */
public enum InDoubtPolicy {
    /** Sent again: it may arrive twice. */
    RESEND,
    /** Kept on a queue of its own until a person decides: it may not have arrived. */
    HOLD
}
