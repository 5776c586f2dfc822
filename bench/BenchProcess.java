package bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process of {@code bin/caravan}; its output goes to a file, and it ends when this one does. */
record BenchProcess(String name, Process process) implements AutoCloseable {
    static final Path HOME = Path.of(System.getProperty("caravan.home"));
    /** Where all files of the bench are. */
    static final Path FOLDER = Path.of(System.getProperty("bench.dir"));

    private static final int STOP_SECONDS = 30;

    /** @param name of the process and of its log */
    static BenchProcess start(String name, Map<String, String> environment, String... arguments) throws IOException {
        String program = HOME.resolve("bin/caravan").toString();
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(name + ".log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new BenchProcess(name, process);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    BenchProcess await(int seconds, BooleanSupplier ready) {
        long deadline = Clock.micros() + seconds * 1_000_000L;
        while (!ready.getAsBoolean()) {
            checkRunning();
            if (Clock.micros() > deadline) {
                throw new IllegalStateException(name + " is not ready after " + seconds + " s");
            }
            Clock.pause(20);
        }
        return this;
    }

    void checkRunning() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
    }

    /** What a client sees of a dead process does not say that it is dead, and it closes its connections before. */
    IllegalStateException failure(Object item, Exception seen) {
        String died = ended(5) ? name + " ended with " + process.exitValue() + ": " : "";
        return new IllegalStateException(item + ": " + died + seen.getMessage() + "; the logs are in " + FOLDER, seen);
    }

    double cpuMillis() {
        return cpuMillis(process.toHandle());
    }

    /** User and system time. */
    static double cpuMillis(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e6;
    }

    /** Asks first: a recording of the JVM is written at an orderly end only. */
    @Override
    public void close() {
        process.destroy();
        if (!ended(STOP_SECONDS)) {
            process.destroyForcibly();
            ended(STOP_SECONDS);
        }
    }

    private boolean ended(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
