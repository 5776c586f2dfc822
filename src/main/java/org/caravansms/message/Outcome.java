package org.caravansms.message;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one try at submitting a message came to; the queue settles the message by it. */
public sealed interface Outcome {

    /** @return the parts that an SMSC took, so that the next try sends the rest */
    PartProgress progress();

    /** @return why, for people; empty when there is nothing to say */
    default String reason() {
        return "";
    }

    /** @return the parts that an SMSC has by now, from 1 on, and its message_id for each */
    default SortedMap<Integer, String> accepted() {
        return progress().accepted();
    }

    /** @return the event that the outcome is in the life of its message, null for one that changes nothing outside */
    default EventType event() {
        return null;
    }

    /**
     * The SMSC took the message.
     *
     * @param smscIds the message_id of each submit_sm_resp
     */
    record Sent(List<String> smscIds) implements Outcome {
        @Override
        public PartProgress progress() {
            return PartProgress.NONE;
        }

        @Override
        public SortedMap<Integer, String> accepted() {
            SortedMap<Integer, String> parts = new TreeMap<>();
            smscIds.forEach(id -> parts.put(parts.size() + 1, id));
            return parts;
        }

        @Override
        public EventType event() {
            return EventType.SUBMITTED;
        }
    }

    /** The link was too fast for its SMSC: the message stays in hand, and is sent on in its turn. */
    record Throttled(PartProgress progress) implements Outcome {}

    /** Not the message's fault, and the rest of it did not leave the machine: it keeps its place, no attempt is counted. */
    record Requeue(PartProgress progress) implements Outcome {}

    /**
     * The SMSC may have taken it: the doubt is counted, and the message rests on a queue of its own until it is sent
     * again or, after a few doubts, a person decides.
     *
     * @param reason why, for people
     * @param rest how long after the first doubt; it doubles with each further one
     */
    record InDoubt(String reason, Duration rest, PartProgress progress) implements Outcome {
        @Override
        public EventType event() {
            return EventType.IN_DOUBT;
        }
    }

    /**
     * The SMSC asked to try this message again.
     *
     * @param delay how long to wait
     * @param reason why, for people
     * @param counted whether it is an attempt, of which there are a few
     */
    record Retry(Duration delay, String reason, boolean counted, PartProgress progress) implements Outcome {
        @Override
        public EventType event() {
            return EventType.DELAYED;
        }
    }

    /**
     * The message cannot be sent: a visible final state on the dead-letter queue.
     *
     * @param reason why, for people
     */
    record Failed(String reason, PartProgress progress) implements Outcome {
        @Override
        public EventType event() {
            return EventType.FAILED;
        }
    }

    /**
     * The message was of no more use before it could be sent: a visible final state on the dead-letter queue.
     *
     * @param reason why, for people
     */
    record Expired(String reason, PartProgress progress) implements Outcome {
        @Override
        public EventType event() {
            return EventType.EXPIRED;
        }
    }
}
