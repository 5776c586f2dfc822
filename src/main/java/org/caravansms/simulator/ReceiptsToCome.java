package org.caravansms.simulator;

import java.util.List;

/** The receipts of one submit_sm: on their way once its response left, or before it, or when it never will. */
final class ReceiptsToCome implements ResponseSequel {
    /** A receipt and how long after the response it is sent. */
    record PlannedReceipt(OutgoingDelivery delivery, long delayNanos) {}

    private final List<PlannedReceipt> receipts;
    private final OutgoingDeliveries deliveries;
    private final Mailbox mailbox;
    private final Receiver notBy;
    private final boolean early;
    private boolean gone;

    ReceiptsToCome(
            List<PlannedReceipt> receipts,
            OutgoingDeliveries deliveries,
            Mailbox mailbox,
            Receiver notBy,
            boolean early) {
        this.receipts = receipts;
        this.deliveries = deliveries;
        this.mailbox = mailbox;
        this.notBy = notBy;
        this.early = early;
    }

    int count() {
        return receipts.size();
    }

    @Override
    public void beforeResponse() {
        deliveries.tally().deliveries(DeliveryKind.RECEIPT).planned(receipts.size());
        if (early && deliveries.isOpen() && go()) {
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
    private synchronized boolean go() {
        boolean first = !gone;
        gone = true;
        return first;
    }

    void post() {
        long now = System.nanoTime();
        receipts.forEach(receipt -> mailbox.add(receipt.delivery(), notBy, now + receipt.delayNanos()));
    }
}
