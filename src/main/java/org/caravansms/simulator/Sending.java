package org.caravansms.simulator;

import java.util.Objects;

/**
 * What the SMSC for tests, demos and benchmarks sends of its own accord.
 *
 * @param receipts for the messages that it accepted
 * @param deliveries how these and inbound messages are sent
 * @param inbound the inbound messages that come by themselves
 */
public record Sending(SimulatedReceipts receipts, DeliveryOptions deliveries, InboundTraffic inbound) {
    /** Checks that nothing is missing. */
    public Sending {
        Objects.requireNonNull(receipts, "receipts");
        Objects.requireNonNull(deliveries, "deliveries");
        Objects.requireNonNull(inbound, "inbound");
    }

    static Sending defaults() {
        return new Sending(SimulatedReceipts.defaults(), DeliveryOptions.defaults(), InboundTraffic.none());
    }

    Sending withReceipts(SimulatedReceipts receipts) {
        return new Sending(receipts, deliveries, inbound);
    }

    Sending withDeliveries(DeliveryOptions deliveries) {
        return new Sending(receipts, deliveries, inbound);
    }
}
