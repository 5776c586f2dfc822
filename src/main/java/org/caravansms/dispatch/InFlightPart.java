package org.caravansms.dispatch;

import java.util.UUID;

/**
 * A part that was under way when a run of the gateway ended.
 *
 * @param slot where the file has it
 * @param key of its message
 * @param part its number, from 1 on
 * @param reference the message's concatenation reference, -1 for none
 * @param smscId the message_id if the SMSC took it, null if its answer is not known
 */
record InFlightPart(int slot, UUID key, int part, int reference, String smscId) {

    boolean isAccepted() {
        return smscId != null;
    }
}
