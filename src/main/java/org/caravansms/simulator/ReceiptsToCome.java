package org.caravansms.simulator;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The receipts of one submit_sm: on their way once its response left, or before it, or when it never will.
 *
 * @param early whether they leave before the response
 * @param gone whether they are on their way
 */
record ReceiptsToCome(
        List<PlannedReceipt> receipts,
        OutgoingDeliveries deliveries,
        Mailbox mailbox,
        Receiver notBy,
        boolean early,
        AtomicBoolean gone)
        implements ResponseSequel {
    /** A receipt and how long after the response it is sent. */
    record PlannedReceipt(OutgoingDelivery delivery, long delayNanos) {}

    @Override
    public void beforeResponse() {
        deliveries.tally.deliveries(DeliveryKind.RECEIPT).planned(receipts.size());
        if (early && deliveries.open && go()) {
            mailbox.sendAtOnce(receipts.stream().map(PlannedReceipt::delivery).toList(), notBy);
        }
    }

    @Override
    public void responseLeft() {
        if (go()) {
            deliveries.pass(this);
        }
    }

    @Override
    public void responseOver() {
        responseLeft();
    }

    // of a response that was sent this is called twice
    private boolean go() {
        return gone.compareAndSet(false, true);
    }

    void post() {
        long now = System.nanoTime();
        receipts.forEach(receipt -> mailbox.add(receipt.delivery(), notBy, now + receipt.delayNanos()));
    }
}
