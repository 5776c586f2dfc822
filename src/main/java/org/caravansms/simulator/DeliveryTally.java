package org.caravansms.simulator;

import java.util.Map;
import java.util.TreeMap;

/** Counts the deliveries of one kind and their answers, for all connections together. */
final class DeliveryTally {
    private final Map<Integer, Long> refused = new TreeMap<>();
    private long planned;
    private long sent;
    private long acknowledged;
    private long repeated;

    synchronized void planned(int count) {
        planned += count;
    }

    synchronized void sent(int times) {
        sent++;
        repeated += times > 1 ? 1 : 0;
    }

    synchronized void answered(AnsweredDelivery answered) {
        if (answered.isAcknowledged()) {
            acknowledged++;
        } else {
            refused.merge(answered.commandStatus(), 1L, Long::sum);
        }
    }

    synchronized DeliveryCounts counts() {
        return new DeliveryCounts(sent, acknowledged, new TreeMap<>(refused), repeated, planned - acknowledged);
    }
}
