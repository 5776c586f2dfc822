package org.caravansms.smpp;

/** The form of validity_period, SMPP 3.4 section 7.1.1. */
public enum ValidityFormat {
    /** The time of expiry, in UTC. */
    ABSOLUTE,
    /** The time that is left. */
    RELATIVE,
    /** None: only the gateway drops an expired message. */
    NONE
}
