package org.caravansms.simulator;

import java.util.List;

/** Counts the binds that each fault has met, one fault after the other. */
final class BindFaults {
    private final List<BindFault> faults;
    private int current;
    private int met;

    BindFaults(List<BindFault> faults) {
        this.faults = faults;
    }

    /** What the next bind meets; null where it is treated as usual. */
    synchronized BindFault next() {
        if (current < faults.size() && met == faults.get(current).first()) {
            current++;
            met = 0;
        }
        if (current == faults.size()) {
            return null;
        }
        met++;
        return faults.get(current);
    }
}
