package org.caravansms.simulator;

/**
 * What the SMSC for tests, demos and benchmarks answers to one submit_sm.
 *
 * @param commandStatus the command_status, see {@link CommandStatus} (SMPP 3.4 issue 1.2, section 5.1.3)
 * @param extraLatencyMillis milliseconds to wait in addition to {@link SimulatorOptions#latencyMillis()}
 */
public record Answer(int commandStatus, long extraLatencyMillis) {
    private static final Answer OK = new Answer(CommandStatus.ESME_ROK, 0);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the extra latency is negative
     */
    public Answer {
        if (extraLatencyMillis < 0) {
            throw new IllegalArgumentException("extra latency must not be negative: " + extraLatencyMillis);
        }
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
        return new Answer(commandStatus, millis);
    }
}
