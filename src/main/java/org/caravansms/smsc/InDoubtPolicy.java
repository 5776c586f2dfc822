package org.caravansms.smsc;

/** What becomes of a submit_sm whose answer never came: the SMSC may have taken it, or not. */
public enum InDoubtPolicy {
    /** Sent again a few times: it may arrive as often. */
    RESEND,
    /** Held until a person decides: it may not have arrived. */
    HOLD
}
