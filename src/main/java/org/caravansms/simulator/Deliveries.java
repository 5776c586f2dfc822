package org.caravansms.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** All that a simulator sends of its own accord: the mailboxes of its ESMEs, and what they have in common. */
final class Deliveries {
    private final DeliveryOptions options;
    private final DeliveryTally tally;
    private final Hold hold;
    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();

    Deliveries(Sending sending, DeliveryTally tally) {
        this.options = sending.deliveries();
        this.hold = new Hold(sending.receipts().hold());
        this.tally = tally;
    }

    Mailbox mailbox(String systemId) {
        return mailboxes.computeIfAbsent(systemId, unseen -> new Mailbox());
    }

    Window window() {
        return new Window(options.window() == 0 ? Integer.MAX_VALUE : options.window());
    }

    long restNanos() {
        return TimeUnit.MILLISECONDS.toNanos(options.restMillis());
    }

    Hold hold() {
        return hold;
    }

    DeliveryTally tally() {
        return tally;
    }
}
