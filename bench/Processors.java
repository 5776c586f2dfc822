package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The ticks of all processors since the machine started, read from Linux; other programs are included.
 *
 * @param idle with nothing to do or waiting for a disk
 */
record Processors(double all, double idle) {
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 8;

    static Processors now() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            String[] ticks = lines.findFirst().orElse("").trim().split(" +");
            double[] each = Stream.of(ticks)
                    .skip(1)
                    .limit(STEAL)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Processors(DoubleStream.of(each).sum(), each[IDLE] + each[IO_WAIT]);
        } catch (IOException e) {
            return new Processors(Double.NaN, Double.NaN);
        }
    }

    double busyPercent(Processors earlier) {
        return 100 - 100 * (idle - earlier.idle) / (all - earlier.all);
    }
}
