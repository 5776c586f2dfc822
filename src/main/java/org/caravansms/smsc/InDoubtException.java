package org.caravansms.smsc;

/** A submit_sm left, or may have left, and its answer did not come: the SMSC may have taken the part. */
public final class InDoubtException extends RuntimeException {

    public InDoubtException(String why) {
        super(why, null, false, false);
    }
}
