package org.caravansms.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What SMSCs answered after the response timer had run out, by message. It settles what is in doubt: the message's next
 * step looks here, on the queue of those in doubt and on its way. It is lost with the process; the doubt then stays.
 */
public final class LateAnswers {

    private static final int MOST = 10_000;

    private final Map<String, Answers> byMessage = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answers> eldest) {
            return size() > MOST;
        }
    };

    /** The SMSC took a part after all. */
    public synchronized void accepted(String messageId, int part, String smscId) {
        of(messageId).accepted.put(part, smscId);
    }

    /** The SMSC did not take a part of it. */
    public synchronized void refused(String messageId) {
        of(messageId).refused++;
    }

    /** @return the progress with the parts that turned out to be taken */
    public synchronized PartProgress complete(String messageId, PartProgress progress) {
        PartProgress complete = progress;
        for (Map.Entry<Integer, String> part : find(messageId).accepted.entrySet()) {
            if (!complete.accepted().containsKey(part.getKey())) {
                complete = complete.and(part.getKey(), part.getValue());
            }
        }
        return complete;
    }

    /** @return whether so many submit_sm in doubt turned out not to be taken */
    public synchronized boolean areRefused(String messageId, int inDoubt) {
        return inDoubt > 0 && find(messageId).refused >= inDoubt;
    }

    /** @return whether they end a message's doubt: a part more was taken, or none of those in doubt */
    public synchronized boolean settle(String messageId, int inDoubt) {
        return !find(messageId).accepted.isEmpty() || areRefused(messageId, inDoubt);
    }

    /** What they say is noted on the message itself. */
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
