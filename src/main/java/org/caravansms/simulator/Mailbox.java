package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The deliveries for the sessions of one system_id: the first one with room takes them. A delivery is in it, or
 * unanswered in one session, until it is acknowledged.
 */
final class Mailbox {
    private final DelayQueue<DueDelivery> queue = new DelayQueue<>();
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong();

    void add(OutgoingDelivery delivery, Receiver notBy, long dueNanos) {
        queue.add(DueDelivery.first(delivery, notBy, dueNanos, numbers.getAndIncrement()));
    }

    /** Takes back what was not acknowledged. */
    void addAgain(DueDelivery delivery, long dueNanos) {
        queue.add(delivery.again(dueNanos, numbers.getAndIncrement()));
    }

    /** Takes back what no session could take. */
    void takeBack(List<DueDelivery> deliveries) {
        deliveries.forEach(delivery -> queue.add(delivery.returned()));
    }

    /** Gives away what should leave in this moment, and not by way of the queue: to a session, if there is one. */
    void sendAtOnce(List<OutgoingDelivery> deliveries, Receiver notBy) {
        Receiver receiver = another(notBy);
        if (receiver == null) {
            deliveries.forEach(delivery -> add(delivery, notBy, System.nanoTime()));
        } else {
            receiver.send(deliveries.stream()
                    .map(delivery -> DueDelivery.first(delivery, null, 0, numbers.getAndIncrement()))
                    .toList());
        }
    }

    /** Hands on what one session leaves to another one; what that one has no room for stays here. */
    void passOn(List<DueDelivery> deliveries, Receiver from) {
        Receiver other = another(from);
        int room = other == null ? 0 : Math.min(deliveries.size(), other == from ? deliveries.size() : other.room());
        if (room > 0) {
            other.send(deliveries.subList(0, room));
        }
        takeBack(deliveries.subList(room, deliveries.size()));
    }

    /** The deliveries that are due, as soon as there is one; at most so many. */
    List<DueDelivery> take(int most) throws InterruptedException {
        List<DueDelivery> due = new ArrayList<>();
        due.add(queue.take());
        queue.drainTo(due, most - 1);
        return due;
    }

    void join(Receiver receiver) {
        receivers.add(receiver);
    }

    void leave(Receiver receiver) {
        receivers.remove(receiver);
    }

    /** Takes over what is in another one, which has no receiver. */
    void adopt(Mailbox other) {
        queue.addAll(other.queue);
        other.queue.clear();
    }

    /** A session that can receive, another one if possible; null where there is none. */
    Receiver another(Receiver than) {
        return receivers.stream()
                .filter(receiver -> receiver != than)
                .findAny()
                .orElseGet(() -> receivers.contains(than) ? than : null);
    }
}
