package org.caravansms.simulator;

import java.util.concurrent.TimeUnit;

/**
 * A delivery that waits for its moment.
 *
 * @param times which time it is that it is sent, from 1 on
 * @param notBy the receiver that leaves it to another one if there is one; null where any will do
 */
record DueDelivery(OutgoingDelivery delivery, int times, Receiver notBy, long dueNanos, long number) implements Due {
    /** Deliveries due within this time are sent together, which saves most of the system calls. */
    private static final long SLOT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    static DueDelivery first(OutgoingDelivery delivery, Receiver notBy, long dueNanos, long number) {
        return new DueDelivery(delivery, 1, notBy, slot(dueNanos), number);
    }

    DueDelivery again(long dueNanos, long number) {
        return new DueDelivery(delivery, times + 1, null, slot(dueNanos), number);
    }

    /** The same delivery, which no session took yet. */
    DueDelivery returned() {
        return new DueDelivery(delivery, times, notBy, slot(System.nanoTime()), number);
    }

    private static long slot(long nanos) {
        return nanos + SLOT_NANOS - Math.floorMod(nanos, SLOT_NANOS);
    }
}
