package org.caravansms.dispatch;

import java.util.UUID;

/**
 * A part that was pending when a run of the gateway ended.
 *
 * @param slot its slot in the file
 * @param key of its message
 * @param part its number, from 1 on
 * @param reference the message's concatenation reference, -1 for none
 * @param smscId the message_id if the SMSC accepted it, null without an answer
 */
record InFlightPart(int slot, UUID key, int part, int reference, String smscId) {

    boolean isAccepted() {
        return smscId != null;
    }
}
