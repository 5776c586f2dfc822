package org.caravansms.simulator;

import java.util.Objects;

/**
 * What the SMSC for tests, demos and benchmarks sends of its own accord.
 *
 * @param receipts for the messages that it accepted
 * @param deliveries how these and inbound messages are sent
 */
public record Sending(Receipts receipts, DeliveryOptions deliveries) {
    /** Checks that nothing is missing. */
    public Sending {
        Objects.requireNonNull(receipts, "receipts");
        Objects.requireNonNull(deliveries, "deliveries");
    }

    static Sending defaults() {
        return new Sending(Receipts.defaults(), DeliveryOptions.defaults());
    }

    Sending withReceipts(Receipts receipts) {
        return new Sending(receipts, deliveries);
    }

    Sending withDeliveries(DeliveryOptions deliveries) {
        return new Sending(receipts, deliveries);
    }
}
