package org.caravansms.store;

import java.time.Instant;

/**
 * An id that an SMSC assigned to a part of a message.
 *
 * @param smsc the SMSC that assigned it
 * @param canonical its canonical form
 */
record SmscId(String smsc, String canonical, String messageId, int part, Instant at) {

    /** The key of a search. */
    record Key(String smsc, String canonical) {}

    Key key() {
        return new Key(smsc, canonical);
    }
}
