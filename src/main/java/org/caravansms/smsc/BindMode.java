package org.caravansms.smsc;

import org.jsmpp.bean.BindType;

/** The kind of a bind, SMPP 3.4 section 2.2: to send, to receive, or both. */
public enum BindMode {
    TRANSMITTER(BindType.BIND_TX),
    TRANSCEIVER(BindType.BIND_TRX),
    RECEIVER(BindType.BIND_RX);

    final BindType type;

    BindMode(BindType type) {
        this.type = type;
    }

    /** @return whether submit_sm may be sent on it */
    public boolean sends() {
        return this != RECEIVER;
    }
}
