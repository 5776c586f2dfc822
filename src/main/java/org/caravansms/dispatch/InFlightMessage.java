package org.caravansms.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.smsc.Provider;

/** A message in the hands of dispatch: how far it has come. One thread at a time has it. */
final class InFlightMessage {

    /** The exchange property that carries it. */
    static final String PROPERTY = "SmsTransit";

    private static final int NONE = -1;

    private final SmsMessage message;
    private final Provider provider;
    private final long sequence;
    private final List<Integer> slots = new ArrayList<>(1);
    private PartProgress progress;
    private long turn;
    private int begunPart = NONE;
    private int begunSlot = NONE;

    /**
     * @param provider who sends it
     * @param sequence its place among the messages of the gateway: the lower one goes first
     * @param progress what was sent before
     */
    InFlightMessage(SmsMessage message, Provider provider, long sequence, PartProgress progress) {
        this.message = message;
        this.provider = provider;
        this.sequence = sequence;
        this.progress = progress;
    }

    SmsMessage message() {
        return message;
    }

    Provider provider() {
        return provider;
    }

    long sequence() {
        return sequence;
    }

    PartProgress progress() {
        return progress;
    }

    /** What finds the message again in the file of parts in flight. */
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

    /** @return when its last part had its turn, by {@link System#nanoTime} */
    long turn() {
        return turn;
    }

    void turn(long now) {
        turn = now;
    }

    void begun(int part, int slot) {
        begunPart = part;
        begunSlot = slot;
    }

    /** @return the part under way, from 1 on */
    int begunPart() {
        return begunPart;
    }

    int begunSlot() {
        return begunSlot;
    }

    boolean isUnderWay() {
        return begunSlot != NONE;
    }

    void accepted(String smscId) {
        progress = progress.and(begunPart, smscId);
        ended();
    }

    /** The part under way has its answer, whatever it is. */
    private void ended() {
        slots.add(begunSlot);
        begunSlot = NONE;
    }

    /** The part under way did not leave, or was refused. */
    int putDown() {
        int slot = begunSlot;
        begunSlot = NONE;
        return slot;
    }

    /** A slot that is to be freed when the message is settled. */
    void keep(int slot) {
        slots.add(slot);
    }

    List<Integer> slots() {
        if (isUnderWay()) {
            ended();
        }
        return slots;
    }
}
