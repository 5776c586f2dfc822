package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the deliveries of one session and holds those that are not answered yet, a window of them. */
final class Unanswered {
    private final int window;
    private final Map<Integer, DueDelivery> bySequence = new HashMap<>();
    private int sequence;
    private boolean over;

    /** @param window how many it holds, 0 for any number */
    Unanswered(int window) {
        this.window = window == 0 ? Integer.MAX_VALUE : window;
    }

    /** How many more may be sent, as soon as there is room. */
    synchronized int awaitRoom() throws InterruptedException {
        while (room() == 0) {
            wait();
        }
        return room();
    }

    synchronized int room() {
        return Math.max(0, window - bySequence.size());
    }

    /** Numbers them, also more than there is room for; where the session is over it takes none of them. */
    synchronized List<Exchange> add(String systemId, List<DueDelivery> due) {
        List<Exchange> sent = new ArrayList<>(due.size());
        if (!over) {
            for (DueDelivery delivery : due) {
                bySequence.put(++sequence, delivery);
                sent.add(Exchange.sent(systemId, delivery, sequence));
            }
        }
        return sent;
    }

    /** The delivery that a response answers; null for none. */
    synchronized DueDelivery remove(Pdu response) {
        DueDelivery delivery = bySequence.get(response.sequence());
        if (delivery == null || !delivery.delivery().isAnsweredBy(response)) {
            return null;
        }
        notifyAll();
        return bySequence.remove(response.sequence());
    }

    /** The session is over: the deliveries that were not answered. */
    synchronized List<DueDelivery> end() {
        over = true;
        List<DueDelivery> rest = List.copyOf(bySequence.values());
        bySequence.clear();
        return rest;
    }
}
