package org.caravansms.simulator;

import java.util.Objects;

/**
 * What the SMSC for tests, demos and benchmarks answers to one submit_sm.
 *
 * @param commandStatus the command_status, see {@link CommandStatus} (SMPP 3.4 issue 1.2, section 5.1.3)
 * @param extraLatencyMillis milliseconds to wait in addition to {@link SimulatorOptions#latency()}
 * @param fate whether the response leaves at all
 */
public record Answer(int commandStatus, long extraLatencyMillis, Fate fate) {
    private static final Answer OK = new Answer(CommandStatus.ESME_ROK, 0);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the extra latency is negative
     */
    public Answer {
        Objects.requireNonNull(fate, "fate");
        if (extraLatencyMillis < 0) {
            throw new IllegalArgumentException("extra latency must not be negative: " + extraLatencyMillis);
        }
    }

    /** An answer that leaves. */
    public Answer(int commandStatus, long extraLatencyMillis) {
        this(commandStatus, extraLatencyMillis, Fate.LEAVES);
    }

    /** ESME_ROK, without extra latency. */
    public static Answer ok() {
        return OK;
    }

    /** A command_status without extra latency. */
    public static Answer of(int commandStatus) {
        return new Answer(commandStatus, 0);
    }

    /** This answer with an extra latency in milliseconds. */
    public Answer withExtraLatencyMillis(long millis) {
        return new Answer(commandStatus, millis, fate);
    }

    /** This answer with another fate of its response. */
    public Answer withFate(Fate fate) {
        return new Answer(commandStatus, extraLatencyMillis, fate);
    }

    boolean isAccepted() {
        return commandStatus == CommandStatus.ESME_ROK;
    }
}
