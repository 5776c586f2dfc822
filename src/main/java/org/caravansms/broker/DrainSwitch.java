package org.caravansms.broker;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The step before new messages are accepted that refuses them while an operator drains the gateway. It ends with
 * {@code caravan resume}, and with the process: a start accepts messages.
 */
public final class DrainSwitch {

    private final BooleanSupplier room;
    private volatile boolean on;
    private volatile boolean stopping;

    /** @param room whether the disk has room for new messages */
    public DrainSwitch(BooleanSupplier room) {
        this.room = room;
    }

    /** @param wanted whether new messages are refused from now on */
    public void set(boolean wanted) {
        on = wanted;
    }

    /** The gateway stops: whoever waits for the end of a drain need not wait on. */
    public void stop() {
        stopping = true;
    }

    public boolean isStopping() {
        return stopping;
    }

    public boolean isOn() {
        return on;
    }

    /** @return whether queues of new messages are read */
    public boolean isAccepting() {
        return !on && room.getAsBoolean();
    }

    /**
     * @param messages the new messages; an empty list passes
     * @throws DrainingException while the gateway is drained
     */
    public void check(List<?> messages) throws DrainingException {
        if (on && !messages.isEmpty()) {
            throw new DrainingException();
        }
    }
}
