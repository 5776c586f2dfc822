package org.caravansms.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers of SMSCs that came after the response timer, by message. They settle messages in doubt: dispatch and the
 * queue of messages in doubt look here. A restart forgets them, and the doubt stays.
 */
public final class LateAnswers {

    private static final int MOST = 10_000;

    private final Map<String, Answers> byMessage = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answers> eldest) {
            return size() > MOST;
        }
    };

    /** The SMSC accepted a part after all. */
    public synchronized void accepted(String messageId, int part, String smscId) {
        of(messageId).accepted.put(part, smscId);
    }

    /** The SMSC refused a part. */
    public synchronized void refused(String messageId) {
        of(messageId).refused++;
    }

    /** @return the progress with the parts that were accepted late */
    public synchronized PartProgress complete(String messageId, PartProgress progress) {
        PartProgress complete = progress;
        for (Map.Entry<Integer, String> part : find(messageId).accepted.entrySet()) {
            if (!complete.accepted().containsKey(part.getKey())) {
                complete = complete.and(part.getKey(), part.getValue());
            }
        }
        return complete;
    }

    /** @return whether all of so many submit_sm in doubt were refused late */
    public synchronized boolean areRefused(String messageId, int inDoubt) {
        return inDoubt > 0 && find(messageId).refused >= inDoubt;
    }

    /** @return whether they end a message's doubt: a part was accepted, or all those in doubt were refused */
    public synchronized boolean settle(String messageId, int inDoubt) {
        return !find(messageId).accepted.isEmpty() || areRefused(messageId, inDoubt);
    }

    /** The message itself has its answers now. */
    public synchronized void forget(String messageId) {
        byMessage.remove(messageId);
    }

    private Answers of(String messageId) {
        return byMessage.computeIfAbsent(messageId, id -> new Answers());
    }

    private Answers find(String messageId) {
        return byMessage.getOrDefault(messageId, Answers.NONE);
    }

    private static final class Answers {
        private static final Answers NONE = new Answers();
        private final SortedMap<Integer, String> accepted = new TreeMap<>();
        private int refused;
    }
}
