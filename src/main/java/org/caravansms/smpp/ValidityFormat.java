package org.caravansms.smpp;

/** How an SMSC is told for how long a message is of use, SMPP 3.4 section 7.1.1. */
public enum ValidityFormat {
    /** The moment itself, with its distance from UTC. */
    ABSOLUTE,
    /** The time that is left. */
    RELATIVE,
    /** Not at all: what is late is dropped here only. */
    NONE
}
