package org.caravansms.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caravansms.message.Cancellations;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.smsc.Provider;

/** A message that is being sent, with its progress. Used by one thread at a time. */
final class InFlightMessage {

    /** The exchange property that carries it. */
    static final String PROPERTY = "SmsTransit";

    private static final int NONE = -1;

    final SmsMessage message;
    final Provider provider;
    final long sequence;
    private final List<Integer> slots = new ArrayList<>(1);
    private PartProgress progress;

    /** From the beginning on. */
    Cancellations.Turn turn;

    /** The route that sends it: {@code dispatch-<provider>-<bind>}. */
    String route = "";

    /** When its last part was let through, by {@link System#nanoTime}. */
    long sentAt;

    private int begunPart = NONE;
    private int begunSlot = NONE;

    /**
     * @param provider the provider that sends it
     * @param sequence its place among the messages of the gateway: the lower one is sent first
     * @param progress the parts that were sent before
     */
    InFlightMessage(SmsMessage message, Provider provider, long sequence, PartProgress progress) {
        this.message = message;
        this.provider = provider;
        this.sequence = sequence;
        this.progress = progress;
    }

    /** @return the number of the provider's bind, for the log; 0 when it is not known */
    int bind() {
        String number = route == null ? "" : route.substring(route.lastIndexOf('-') + 1);
        return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
    }

    PartProgress progress() {
        return progress;
    }

    /** @return its key in the file of parts in flight */
    UUID key() {
        String id = message.id();
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        }
    }

    void progress(PartProgress now) {
        progress = now;
    }

    void begun(int part, int slot) {
        begunPart = part;
        begunSlot = slot;
    }

    /** @return the pending part, from 1 on */
    int begunPart() {
        return begunPart;
    }

    int begunSlot() {
        return begunSlot;
    }

    boolean isPending() {
        return begunSlot != NONE;
    }

    void accepted(String smscId) {
        progress = progress.and(begunPart, smscId);
        ended();
    }

    /** The pending part has its answer. */
    private void ended() {
        slots.add(begunSlot);
        begunSlot = NONE;
    }

    /** The pending part was not sent, or was refused. */
    int released() {
        int slot = begunSlot;
        begunSlot = NONE;
        return slot;
    }

    /** A slot that is to be freed when the message is settled. */
    void addSlot(int slot) {
        slots.add(slot);
    }

    List<Integer> slots() {
        if (isPending()) {
            ended();
        }
        return slots;
    }

    /**
     * A part that was pending when a run of the gateway ended.
     *
     * @param slot its slot in the file
     * @param key of its message
     * @param part its number, from 1 on
     * @param reference the message's concatenation reference, -1 for none
     * @param smscId the message_id if the SMSC accepted it, null without an answer
     */
    record InFlightPart(int slot, UUID key, int part, int reference, String smscId) {

        boolean isAccepted() {
            return smscId != null;
        }
    }
}
