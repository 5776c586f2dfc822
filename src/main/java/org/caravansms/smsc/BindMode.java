package org.caravansms.smsc;

/** What a session is for, SMPP 3.4 section 2.2: to send, to receive, or both. */
public enum BindMode {
    TRANSMITTER,
    TRANSCEIVER,
    RECEIVER;

    /** @return whether submit_sm may be sent on it */
    public boolean sends() {
        return this != RECEIVER;
    }
}
