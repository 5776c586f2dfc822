package org.caravansms.simulator;

import java.util.ArrayList;
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
public record Receipts(
        boolean always,
        int hold,
        Latency delay,
        IdForm idForm,
        List<StateRule> states,
        List<ShapeRule> shapes,
        ReceiptFaults faults) {
    private static final int DELAY_MILLIS = 100;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the number to be held is negative
     */
    public Receipts {
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
    public static Receipts defaults() {
        return new Receipts(
                false, 0, Latency.ofMillis(DELAY_MILLIS), IdForm.SAME, List.of(), List.of(), ReceiptFaults.none());
    }

    /** These receipts whether one is asked for or not. */
    public Receipts withAlways(boolean always) {
        return new Receipts(always, hold, delay, idForm, states, shapes, faults);
    }

    /** These receipts held back until so many are gathered or {@link Simulator#releaseReceipts()} is called. */
    public Receipts withHold(int receipts) {
        return new Receipts(always, receipts, delay, idForm, states, shapes, faults);
    }

    /** These receipts after another delay, in milliseconds. */
    public Receipts withDelayMillis(long millis) {
        return withDelay(Latency.ofMillis(millis));
    }

    /** These receipts after a delay drawn from another mix. */
    public Receipts withDelay(Latency delay) {
        return new Receipts(always, hold, delay, idForm, states, shapes, faults);
    }

    /** These receipts with the message_id in another form. */
    public Receipts withIdForm(IdForm idForm) {
        return new Receipts(always, hold, delay, idForm, states, shapes, faults);
    }

    /** These receipts with one more rule for what they say, behind the others. */
    public Receipts withState(StateRule rule) {
        List<StateRule> more = new ArrayList<>(states);
        more.add(rule);
        return new Receipts(always, hold, delay, idForm, more, shapes, faults);
    }

    /** These receipts with one more rule for how they look, behind the others. */
    public Receipts withShape(ShapeRule rule) {
        List<ShapeRule> more = new ArrayList<>(shapes);
        more.add(rule);
        return new Receipts(always, hold, delay, idForm, states, more, faults);
    }

    /** These receipts with no receipt for the submit_sm that a condition meets. */
    public Receipts withNever(Condition condition) {
        return with(faults.withNever(condition));
    }

    /** These receipts before the submit_sm_resp where a condition is met. */
    public Receipts withBefore(Condition condition) {
        return with(faults.withBefore(condition));
    }

    /** These receipts on another session of the same system_id where a condition is met. */
    public Receipts withElsewhere(Condition condition) {
        return with(faults.withElsewhere(condition));
    }

    /** These receipts sent twice where a condition is met. */
    public Receipts withTwice(Condition condition) {
        return with(faults.withTwice(condition));
    }

    private Receipts with(ReceiptFaults faults) {
        return new Receipts(always, hold, delay, idForm, states, shapes, faults);
    }
}
