package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caravansms.simulator.SubmitAnswer;
import org.caravansms.simulator.Answers;
import org.caravansms.simulator.CommandStatus;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.simulator.SubmitSm;

/**
 * The simulator inside this process, as its grant changes while it runs: a bucket with the tokens of a tenth of a
 * second. A submit_sm above it is answered with ESME_RTHROTTLED and takes none.
 */
final class ThrottlingSmsc implements Answers, AutoCloseable {
    private static final double BURST_SECONDS = 0.1;
    private static final int LATENCY_MILLIS = 10;

    private final Grants grants;
    private final Path log = Place.FOLDER.resolve("throttle.jsonl");
    private final Simulator simulator;
    private long began;
    private long filled;
    private double tokens = 1;

    ThrottlingSmsc(Grants grants) throws IOException {
        this.grants = grants;
        Files.createDirectories(Place.FOLDER);
        Files.deleteIfExists(log);
        SimulatorOptions options = SimulatorOptions.defaults().withPort(0).withQuiet(true);
        simulator = new Simulator(options.withLatencyMillis(LATENCY_MILLIS)
                        .withLogFile(log)
                        .withAnswers(this))
                .start();
    }

    /** The first submit_sm begins the first step. */
    @Override
    public synchronized SubmitAnswer answer(SubmitSm submitSm) {
        long now = Clock.micros();
        began = began == 0 ? now : began;
        double granted = grants.at((now - began) / 1e6);
        tokens = Math.min(Math.max(1, granted * BURST_SECONDS), tokens + granted * (now - filled) / 1e6);
        filled = now;
        if (tokens < 1) {
            return SubmitAnswer.of(CommandStatus.ESME_RTHROTTLED);
        }
        tokens--;
        return SubmitAnswer.ok();
    }

    /** Microseconds since the epoch, 0 before the first submit_sm. */
    synchronized long began() {
        return began;
    }

    int port() {
        return simulator.port();
    }

    long accepted() {
        return simulator.counts().accepted();
    }

    Path log() {
        return log;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
