package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the deliveries of one session their sequence numbers and knows which of them are not answered yet. */
final class Unanswered {
    private final Map<Integer, DueDelivery> bySequence = new HashMap<>();
    private int sequence;
    private boolean over;

    /** Numbers them; where the session is over it takes none of them. */
    synchronized List<SentDelivery> add(String systemId, List<DueDelivery> due) {
        List<SentDelivery> sent = new ArrayList<>(due.size());
        if (!over) {
            for (DueDelivery delivery : due) {
                bySequence.put(++sequence, delivery);
                sent.add(SentDelivery.now(systemId, delivery, sequence));
            }
        }
        return sent;
    }

    /** What a response answers; null where it answers nothing. */
    synchronized DueDelivery remove(Pdu response) {
        DueDelivery delivery = bySequence.get(response.sequence());
        return delivery != null && delivery.delivery().isAnsweredBy(response)
                ? bySequence.remove(response.sequence())
                : null;
    }

    /** The session is over: what was not answered. */
    synchronized List<DueDelivery> end() {
        over = true;
        List<DueDelivery> rest = List.copyOf(bySequence.values());
        bySequence.clear();
        return rest;
    }
}
