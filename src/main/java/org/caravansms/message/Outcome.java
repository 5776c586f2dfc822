package org.caravansms.message;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The outcome of one attempt to submit a message; the queue settles the message by it. */
public sealed interface Outcome {

    /** @return the parts that an SMSC accepted: the next attempt sends the rest */
    PartProgress progress();

    /** @return why, for people; or empty */
    default String reason() {
        return "";
    }

    /** @return the accepted parts, from 1 on, each with its message_id */
    default SortedMap<Integer, String> accepted() {
        return progress().accepted();
    }

    /**
     * The SMSC accepted the message.
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
    }

    /** The SMSC throttled: the message stays with dispatch, and is sent when the rate allows. */
    record Throttled(PartProgress progress) implements Outcome {}

    /**
     * The rest of the message was not sent, by no fault of its own: it stays first on its queue, no attempt is
     * counted.
     */
    record Requeue(PartProgress progress) implements Outcome {}

    /**
     * The SMSC may have accepted it: the doubt is counted, and the message waits on a queue of its own until it is sent
     * again or, after a few doubts, a person decides.
     *
     * @param reason why, for people
     * @param rest the wait after the first doubt; it doubles with each further one
     */
    record InDoubt(String reason, Duration rest, PartProgress progress) implements Outcome {}

    /**
     * The SMSC asks for another attempt.
     *
     * @param delay how long to wait
     * @param reason why, for people
     * @param counted whether it is an attempt, of which there are a few
     */
    record Retry(Duration delay, String reason, boolean counted, PartProgress progress) implements Outcome {}

    /**
     * The message cannot be sent and goes to the dead letters.
     *
     * @param reason why, for people
     */
    record Failed(String reason, PartProgress progress) implements Outcome {}

    /** Its client has cancelled it, and it is not sent; the event of that is published already. */
    record Cancelled() implements Outcome {
        @Override
        public PartProgress progress() {
            return PartProgress.NONE;
        }
    }

    /**
     * The message expired before it could be sent and goes to the dead letters.
     *
     * @param reason why, for people
     */
    record Expired(String reason, PartProgress progress) implements Outcome {}
}
