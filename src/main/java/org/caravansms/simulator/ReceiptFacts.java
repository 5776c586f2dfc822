package org.caravansms.simulator;

import java.time.Instant;

/**
 * The content of a receipt in any of its shapes.
 *
 * @param id the message_id as the receipt has it
 * @param submitted when the message came
 * @param done when it got into this state
 */
record ReceiptFacts(String id, ReceiptState state, Instant submitted, Instant done, SubmitSm submitSm) {
    ReceiptFacts withState(ReceiptState state, Instant done) {
        return new ReceiptFacts(id, state, submitted, done, submitSm);
    }

    boolean isDelivered() {
        return state == ReceiptState.DELIVRD;
    }
}
