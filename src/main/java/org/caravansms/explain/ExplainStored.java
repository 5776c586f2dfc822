package org.caravansms.explain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caravansms.broker.QueuePlace;
import org.caravansms.message.StoredMessage;

/**
 * Says of a message that was accepted why it waits, or what became of it.
 *
 * @param find the message of an id
 * @param places where a message is on queues of some names
 * @param sentFrom the queues that providers read
 * @param doubt the queue of messages in doubt
 * @param dead the queue of those that could not be sent
 */
public record ExplainStored(
        Function<String, Optional<StoredMessage>> find,
        BiFunction<Predicate<String>, String, Optional<QueuePlace>> places,
        Predicate<String> sentFrom,
        String doubt,
        String dead,
        Outlook outlook) {

    /** @return empty where there is no such message */
    Optional<Map<String, Object>> of(String id) {
        return find.apply(id).map(this::explained);
    }

    private Map<String, Object> explained(StoredMessage found) {
        String id = found.message().id();
        Map<String, Object> explained = new LinkedHashMap<>();
        explained.put("id", id);
        explained.put("state", found.state().toString());
        Optional<QueuePlace> place = places.apply(sentFrom, id);
        if (place.isPresent()) {
            explained.put("queue", place.get().queue());
            explained.putAll(waiting(place.get()));
        } else {
            explained.put("waitsFor", List.of(reason(found)));
        }
        return explained;
    }

    private Map<String, Object> waiting(QueuePlace place) {
        Instant at = place.at();
        Map<String, Object> waiting = new LinkedHashMap<>(outlook.of(place.queue(), place.ahead(), at));
        if (place.underWay()) {
            waiting.put("waitsFor", List.of("nothing: a provider has taken it, and submits it when the rate allows"));
        }
        return waiting;
    }

    private String reason(StoredMessage found) {
        String id = found.message().id();
        String why = found.reason().isEmpty() ? "" : " (" + found.reason() + ")";
        if (places.apply(doubt::equals, id).isPresent()) {
            return "it is in doubt" + why + ": caravan doubt resend " + id + " or caravan doubt drop " + id;
        } else if (places.apply(dead::equals, id).isPresent()) {
            return "it could not be sent" + why + ": caravan dead resend " + id + " or caravan dead drop " + id;
        } else if (found.state().isFinal()) {
            return "nothing: it is done" + why;
        }
        return "a receipt: its SMSC has it, or is getting it now" + why;
    }
}
