package org.caravansms.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.message.SmsMessage;

/**
 * Groups the messages of a request into envelopes, in their order. Those with a time to send or an end of their
 * validity stay alone.
 */
final class FillEnvelopes {

    private static final int MOST = 50;
    /** The broker writes a JMS message of more than 100 KiB to a file of its own; a character has up to 3 octets. */
    private static final int MOST_CHARACTERS = 30_000;

    private final List<List<Integer>> envelopes = new ArrayList<>();
    private final Map<Likeness, Open> open = new HashMap<>();

    /** @param copied whether its client gave it an id, under which a copy is stored */
    private record Likeness(JmsDelivery delivery, boolean copied) {}

    private static final class Open {
        private final List<Integer> messages = new ArrayList<>();
        private int characters;
    }

    /** @return the places in the request of the messages of each envelope */
    List<List<Integer>> envelopes() {
        return envelopes;
    }

    void add(int place, SmsMessage message, JmsDelivery delivery) {
        if (delivery.notBefore() != null || delivery.notAfter() != null) {
            envelopes.add(List.of(place));
            return;
        }
        Likeness likeness = new Likeness(delivery, message.options().hasClientId());
        Open to = open.compute(likeness, (same, now) -> isFull(now, message) ? fresh() : now);
        to.messages.add(place);
        to.characters += message.text().length();
    }

    private static boolean isFull(Open envelope, SmsMessage next) {
        return envelope == null
                || envelope.messages.size() == MOST
                || envelope.characters + next.text().length() > MOST_CHARACTERS;
    }

    private Open fresh() {
        Open made = new Open();
        envelopes.add(made.messages);
        return made;
    }
}
