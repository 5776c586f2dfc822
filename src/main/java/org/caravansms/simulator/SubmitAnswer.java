package org.caravansms.simulator;

/**
 * The answer of a {@link Simulator} to one submit_sm.
 *
 * @param commandStatus the command_status, see {@link CommandStatus} (SMPP 3.4 issue 1.2, section 5.1.3)
 * @param extraLatencyMillis milliseconds to wait in addition to {@link SimulatorOptions#latency()}
 * @param fate whether the response leaves at all
 */
public record SubmitAnswer(int commandStatus, long extraLatencyMillis, ResponseFate fate) {
    private static final SubmitAnswer OK = of(CommandStatus.ESME_ROK);

    /** @throws IllegalArgumentException if the extra latency is negative */
    public SubmitAnswer {
        if (extraLatencyMillis < 0) {
            throw new IllegalArgumentException("extra latency must not be negative: " + extraLatencyMillis);
        }
    }

    /** ESME_ROK, without extra latency. */
    public static SubmitAnswer ok() {
        return OK;
    }

    /** A command_status without extra latency. */
    public static SubmitAnswer of(int commandStatus) {
        return new SubmitAnswer(commandStatus, 0, ResponseFate.LEAVES);
    }

    /** This answer with an extra latency in milliseconds. */
    public SubmitAnswer withExtraLatencyMillis(long millis) {
        return new SubmitAnswer(commandStatus, millis, fate);
    }

    /** This answer with another fate of its response. */
    public SubmitAnswer withFate(ResponseFate fate) {
        return new SubmitAnswer(commandStatus, extraLatencyMillis, fate);
    }

    boolean isAccepted() {
        return commandStatus == CommandStatus.ESME_ROK;
    }
}
