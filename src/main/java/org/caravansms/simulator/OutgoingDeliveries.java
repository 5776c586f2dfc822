package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The receipts and inbound messages that a simulator sends: the mailboxes of its ESMEs and their common options. */
final class OutgoingDeliveries {
    final PduTally tally;
    private final int hold;
    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
    private final AtomicLong inbound = new AtomicLong();
    /** The messages for any ESME while none was bound yet. */
    private final Mailbox unaddressed = new Mailbox();

    private Mailbox lastJoined = unaddressed;
    /** The receipts that are held back until there are enough of them. */
    private final List<ReceiptsToCome> held = new ArrayList<>();

    private int heldCount;
    /** Whether receipts are not, or no longer, held back. */
    volatile boolean open;

    OutgoingDeliveries(SimulatorOptions options, PduTally tally) {
        this.hold = options.receipts.hold;
        this.open = hold == 0;
        this.tally = tally;
    }

    Mailbox mailbox(String systemId) {
        return mailboxes.computeIfAbsent(systemId, unseen -> new Mailbox());
    }

    /** Sends a message; returns its number, which is the id of its deliveries. */
    String deliver(InboundSms sms) {
        long number = inbound.incrementAndGet();
        List<OutgoingDelivery> parts = new InboundParts(sms, number).deliveries();
        tally.deliveries(DeliveryKind.INBOUND).planned(parts.size());
        post(parts, sms.systemId());
        return Long.toString(number);
    }

    private synchronized void post(List<OutgoingDelivery> parts, String systemId) {
        Mailbox mailbox = systemId == null ? lastJoined : mailbox(systemId);
        parts.forEach(part -> mailbox.add(part, null, System.nanoTime()));
    }

    /** A session of this mailbox is about to be bound. */
    synchronized void joined(Mailbox mailbox) {
        mailbox.adopt(unaddressed);
        lastJoined = mailbox;
        notifyAll();
    }

    /** Waits for the first session that can receive. */
    synchronized void awaitReceiver() throws InterruptedException {
        while (lastJoined == unaddressed) {
            wait();
        }
    }

    /** Sends the receipts when they are due, or holds them back. */
    void pass(ReceiptsToCome receipts) {
        // no lock on the usual way
        if (open || !hold(receipts)) {
            receipts.post();
        }
    }

    private synchronized boolean hold(ReceiptsToCome receipts) {
        if (open) {
            return false;
        }
        held.add(receipts);
        heldCount += receipts.receipts().size();
        if (heldCount >= hold) {
            open = true;
            held.forEach(ReceiptsToCome::post);
            held.clear();
        }
        return true;
    }
}
