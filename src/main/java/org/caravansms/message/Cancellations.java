package org.caravansms.message;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The messages that their clients cancel while they wait on their queues, and those that are being sent: a message is
 * one of both at a time. So a message that was cancelled is not sent, and one that is being sent is not cancelled.
 */
public final class Cancellations {

    /** What is done with a message. */
    public enum State {
        /** It is being sent, until its outcome is committed. */
        SENDING,
        /** It is not clear yet whether it can be cancelled: it is put back. */
        ASKED,
        /** It is not sent, and leaves its queue when its turn comes. */
        CANCELLED
    }

    /** One attempt to send a message, or to cancel it. Two are never equal. */
    public static final class Turn {

        private final State state;

        private Turn(State state) {
            this.state = state;
        }

        public State state() {
            return state;
        }
    }

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final Set<String> inDoubt = ConcurrentHashMap.newKeySet();
    private final Consumer<SmsMessage> left;

    /** @param left a message that was cancelled has left its queue; it must not take long */
    public Cancellations(Consumer<SmsMessage> left) {
        this.left = left;
    }

    /** An SMSC may have the message, though its outcome is not committed. */
    public void inDoubt(String id) {
        inDoubt.add(id);
    }

    /** @return only in a turn that is SENDING it may be sent */
    public Turn begin(SmsMessage message) {
        return turns.merge(
                key(message), new Turn(State.SENDING), (is, sending) -> is.state == State.SENDING ? sending : is);
    }

    /** The outcome of a turn is committed. */
    public void settled(SmsMessage message, Turn turn) {
        inDoubt.remove(message.id());
        boolean ended = turn.state != State.ASKED && turns.remove(key(message), turn);
        if (ended && turn.state == State.CANCELLED) {
            left.accept(message);
        }
    }

    /** It comes again. */
    public void unsettled(SmsMessage message, Turn turn) {
        if (turn.state == State.SENDING) {
            turns.remove(key(message), turn);
        }
    }

    /** @return false when it is being sent, or another request cancels it */
    public boolean ask(SmsMessage message) {
        return !inDoubt.contains(message.id()) && turns.putIfAbsent(key(message), new Turn(State.ASKED)) == null;
    }

    /** After {@link #ask}: it is not cancelled. */
    public void withdraw(SmsMessage message) {
        turns.computeIfPresent(key(message), (key, is) -> is.state == State.ASKED ? null : is);
    }

    /** The cancellation is on the disk. */
    public void cancelled(SmsMessage message) {
        turns.put(key(message), new Turn(State.CANCELLED));
    }

    /** A message that replaces another one has its id, and was accepted later. */
    private static String key(SmsMessage message) {
        return message.id() + message.acceptedAt().toEpochMilli();
    }
}
