package bench;

import java.io.IOException;
import org.caravansms.simulator.Answers;
import org.caravansms.simulator.CommandStatus;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.simulator.SubmitAnswer;
import org.caravansms.simulator.SubmitSm;

/**
 * The simulator inside this process, as its grant changes while it runs: a bucket with the tokens of a tenth of a
 * second. A submit_sm above it is answered with ESME_RTHROTTLED and takes none. It counts both for each second.
 */
final class ThrottlingSmsc implements Answers, AutoCloseable {
    private static final double BURST_SECONDS = 0.1;
    private static final int LATENCY_MILLIS = 10;

    private final Grants grants;
    private final int[] accepted;
    private final int[] throttled;
    private final Simulator simulator;
    private long began;
    private long filled;
    private double tokens = 1;

    ThrottlingSmsc(Grants grants) throws IOException {
        this.grants = grants;
        this.accepted = new int[grants.seconds()];
        this.throttled = new int[grants.seconds()];
        SimulatorOptions options = SimulatorOptions.defaults().withPort(0).withQuiet(true);
        simulator = new Simulator(
                        options.withLatencyMillis(LATENCY_MILLIS).withAnswers(this))
                .start();
    }

    /** The first submit_sm begins the first step. */
    @Override
    public synchronized SubmitAnswer answer(SubmitSm submitSm) {
        long now = Clock.micros();
        began = began == 0 ? now : began;
        double second = (now - began) / 1e6;
        double granted = grants.at(second);
        tokens = Math.min(Math.max(1, granted * BURST_SECONDS), tokens + granted * (now - filled) / 1e6);
        filled = now;
        boolean isGranted = tokens >= 1;
        tokens -= isGranted ? 1 : 0;
        if (second < grants.seconds()) {
            (isGranted ? accepted : throttled)[(int) second]++;
        }
        return isGranted ? SubmitAnswer.ok() : SubmitAnswer.of(CommandStatus.ESME_RTHROTTLED);
    }

    synchronized int[] acceptedPerSecond() {
        return accepted.clone();
    }

    synchronized int[] throttledPerSecond() {
        return throttled.clone();
    }

    int port() {
        return simulator.port();
    }

    long accepted() {
        return simulator.counts().accepted();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
