package org.caravansms.simulator;

import java.util.List;
import java.util.Objects;

/**
 * The receipts that the SMSC for tests, demos and benchmarks sends for the submit_sm it accepted. Immutable: begin with
 * {@link #defaults()}, each wither returns a changed copy.
 *
 * @param always whether there is a receipt whatever registered_delivery asks for (SMPP 3.4 issue 1.2, section 5.2.17)
 * @param hold how many are gathered before they are all sent at once, those after them as usual; 0 for none
 * @param delay the time from the submit_sm_resp, drawn for each receipt
 * @param idForm how the message_id is written
 * @param states what they say: the first rule that fits decides, DELIVRD where none does
 * @param shapes how they look: the first rule that fits decides, the standard's text where none does
 * @param faults what goes wrong
 */
public record SimulatedReceipts(
        boolean always,
        int hold,
        Latency delay,
        MessageIdFormat idForm,
        List<StateRule> states,
        List<ShapeRule> shapes,
        ReceiptFaults faults) {
    private static final int DELAY_MILLIS = 100;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the number to be held is negative
     */
    public SimulatedReceipts {
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(idForm, "idForm");
        Objects.requireNonNull(faults, "faults");
        states = List.copyOf(states);
        shapes = List.copyOf(shapes);
        if (hold < 0) {
            throw new IllegalArgumentException("hold must not be negative: " + hold);
        }
    }

    /** One where registered_delivery asks for it: DELIVRD, in the standard's form, after 100 milliseconds. */
    public static SimulatedReceipts defaults() {
        return new SimulatedReceipts(
                false,
                0,
                Latency.ofMillis(DELAY_MILLIS),
                MessageIdFormat.SAME,
                List.of(),
                List.of(),
                ReceiptFaults.none());
    }

    /** These receipts held back until so many are gathered or {@link Simulator#releaseReceipts()} is called. */
    public SimulatedReceipts withHold(int receipts) {
        return new SimulatedReceipts(always, receipts, delay, idForm, states, shapes, faults);
    }

    /** These receipts after another delay, in milliseconds. */
    public SimulatedReceipts withDelayMillis(long millis) {
        return withDelay(Latency.ofMillis(millis));
    }

    /** These receipts after a delay drawn from another mix. */
    public SimulatedReceipts withDelay(Latency delay) {
        return new SimulatedReceipts(always, hold, delay, idForm, states, shapes, faults);
    }
}
