package org.caravansms.store;

import java.time.Instant;

/**
 * An id that an SMSC gave to a part of a message.
 *
 * @param smsc whose id it is
 * @param canonical its canonical form
 */
record SmscId(String smsc, String canonical, String messageId, int part, Instant at) {

    /** What is looked for. */
    record Key(String smsc, String canonical) {}

    Key key() {
        return new Key(smsc, canonical);
    }
}
