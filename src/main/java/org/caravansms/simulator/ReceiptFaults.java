package org.caravansms.simulator;

import java.util.List;

/**
 * What goes wrong with receipts at the SMSC for tests, demos and benchmarks: each list has the conditions one of which
 * a submit_sm must meet.
 *
 * @param never there is no receipt at all
 * @param before the receipt leaves before the submit_sm_resp
 * @param elsewhere the receipt takes another session of the same system_id, if there is one
 * @param twice the receipt is sent twice
 */
public record ReceiptFaults(
        List<Condition> never, List<Condition> before, List<Condition> elsewhere, List<Condition> twice) {
    /** Copies the lists. */
    public ReceiptFaults {
        never = List.copyOf(never);
        before = List.copyOf(before);
        elsewhere = List.copyOf(elsewhere);
        twice = List.copyOf(twice);
    }

    static ReceiptFaults none() {
        return new ReceiptFaults(List.of(), List.of(), List.of(), List.of());
    }
}
