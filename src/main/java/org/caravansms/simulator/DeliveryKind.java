package org.caravansms.simulator;

import java.util.Locale;

/** The kinds of deliver_sm and data_sm that a {@link Simulator} sends to an ESME. */
public enum DeliveryKind {
    /** The state of a message that the ESME submitted. */
    RECEIPT,
    /** A message that a person sent to the ESME, or a part of one. */
    INBOUND;

    /** The word for it in logs and stats. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
