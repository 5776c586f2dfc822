package org.caravansms.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is sent to ESMEs and how they answer it, for all connections together. */
final class DeliveryTally implements Journal {
    private static final class Sums {
        private final Map<Integer, Long> refused = new TreeMap<>();
        private long planned;
        private long sent;
        private long acknowledged;
        private long repeated;

        private DeliveryCounts counts() {
            return new DeliveryCounts(sent, acknowledged, new TreeMap<>(refused), repeated, planned - acknowledged);
        }
    }

    private final Map<DeliveryKind, Sums> sums = new EnumMap<>(DeliveryKind.class);

    DeliveryTally() {
        for (DeliveryKind kind : DeliveryKind.values()) {
            sums.put(kind, new Sums());
        }
    }

    synchronized void planned(DeliveryKind kind, int count) {
        sums.get(kind).planned += count;
    }

    @Override
    public synchronized void delivering(List<SentDelivery> deliveries) {
        for (SentDelivery sent : deliveries) {
            Sums kind = sums.get(sent.delivery().kind());
            kind.sent++;
            kind.repeated += sent.times() > 1 ? 1 : 0;
        }
    }

    @Override
    public synchronized void write(List<Exchange> exchanges) {
        for (Exchange exchange : exchanges) {
            if (exchange.answered() != null) {
                answered(exchange.answered());
            }
        }
    }

    private void answered(AnsweredDelivery answered) {
        Sums kind = sums.get(answered.delivery().kind());
        if (answered.isAcknowledged()) {
            kind.acknowledged++;
        } else {
            kind.refused.merge(answered.commandStatus(), 1L, Long::sum);
        }
    }

    synchronized DeliveryCounts counts(DeliveryKind kind) {
        return sums.get(kind).counts();
    }
}
