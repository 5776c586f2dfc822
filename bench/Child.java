package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process of the distribution; its output goes to a file, and it ends when this one does. */
final class Child implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static Child start(String name, Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Child(name, log, builder.start());
    }

    Child awaitReady(BooleanSupplier ready) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!ready.getAsBoolean()) {
            checkRunning();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " is not ready after " + START_SECONDS + " s, see " + log);
            }
            Clock.pause(50);
        }
        return this;
    }

    void checkRunning() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended with " + process.exitValue() + ", see " + log);
        }
    }

    /** The same after a failure: a process closes its connections some time before it ends. */
    void checkOutlives(int seconds) {
        await(seconds);
        checkRunning();
    }

    double cpuMillis() {
        return Cpu.of(process.toHandle());
    }

    /** The most memory that the process ever held, in MiB, which Linux calls kB * 1024; NaN where there is no /proc. */
    double peakMegabytes() {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Asks first: a recording of the JVM is written at an orderly end only. */
    @Override
    public void close() {
        process.destroy();
        if (!await(STOP_SECONDS)) {
            process.destroyForcibly();
            await(STOP_SECONDS);
        }
    }

    private boolean await(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
