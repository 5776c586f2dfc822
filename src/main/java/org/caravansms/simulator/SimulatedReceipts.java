package org.caravansms.simulator;

import java.util.List;

/**
 * The receipts that a {@link Simulator} sends for the submit_sm it accepted. Begin with {@link #defaults()},
 * each wither returns a changed copy.
 *
 * @param always whether there is a receipt for any registered_delivery (SMPP 3.4 issue 1.2, section 5.2.17)
 * @param hold how many are gathered before they are all sent at once, those after them as usual; 0 for none
 * @param delay the time from the submit_sm_resp, drawn for each receipt
 * @param idForm how the message_id is written
 * @param states their states: the first rule that fits decides, DELIVRD where none does
 * @param shapes their shapes: the first rule that fits decides, the standard's text where none does
 * @param never the submit_sm that one of these meets get no receipt
 * @param before the receipt leaves before the submit_sm_resp
 * @param elsewhere the receipt takes another session of the same system_id, if there is one
 * @param twice the receipt is sent twice
 */
public record SimulatedReceipts(
        boolean always,
        int hold,
        Latency delay,
        MessageIdFormat idForm,
        List<SubmitRule<ReceiptState>> states,
        List<SubmitRule<List<ReceiptShape>>> shapes,
        List<Condition> never,
        List<Condition> before,
        List<Condition> elsewhere,
        List<Condition> twice) {
    private static final int DELAY_MILLIS = 100;

    /** @throws IllegalArgumentException if the number to be held is negative */
    public SimulatedReceipts {
        if (hold < 0) {
            throw new IllegalArgumentException("hold must not be negative: " + hold);
        }
    }

    /** One where registered_delivery asks for it: DELIVRD, in the standard's form, after 100 milliseconds. */
    public static SimulatedReceipts defaults() {
        Latency delay = Latency.ofMillis(DELAY_MILLIS);
        List<Condition> none = List.of();
        return new SimulatedReceipts(
                false, 0, delay, MessageIdFormat.SAME, List.of(), List.of(), none, none, none, none);
    }

    /** These receipts held back until so many are gathered or {@link Simulator#releaseReceipts()} is called. */
    public SimulatedReceipts withHold(int receipts) {
        return new SimulatedReceipts(always, receipts, delay, idForm, states, shapes, never, before, elsewhere, twice);
    }

    /** These receipts after another delay, in milliseconds. */
    public SimulatedReceipts withDelayMillis(long millis) {
        Latency other = Latency.ofMillis(millis);
        return new SimulatedReceipts(always, hold, other, idForm, states, shapes, never, before, elsewhere, twice);
    }
}
