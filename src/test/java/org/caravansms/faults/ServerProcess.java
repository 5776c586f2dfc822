package org.caravansms.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of the distribution, with its output in a file. */
final class ServerProcess implements AutoCloseable {
    /** As for the tests' own JVM: a process that runs for seconds only has no time for the second compiler. */
    static final String JAVA_OPTS = "-XX:TieredStopAtLevel=1 " + System.getenv().getOrDefault("JAVA_OPTS", "");

    static final Path HOME = Path.of(System.getProperty("caravan.home", "target/caravan"));

    private final Path output;
    private final Process process;

    private ServerProcess(Path output, Process process) {
        this.output = output;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    static ServerProcess start(Path output, Map<String, String> environment, String... arguments) throws IOException {
        return start(HOME, output, environment, arguments);
    }

    /** @param home where the distribution is */
    static ServerProcess start(Path home, Path output, Map<String, String> environment, String... arguments)
            throws IOException {
        ProcessBuilder builder = command(home, arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("JAVA_OPTS", JAVA_OPTS);
        builder.environment().putAll(environment);
        return new ServerProcess(output, builder.start());
    }

    /** The program, not started yet. */
    static ProcessBuilder command(String... arguments) {
        return command(HOME, arguments);
    }

    private static ProcessBuilder command(Path home, String... arguments) {
        Path script = home.resolve("bin").resolve("caravan").toAbsolutePath();
        return new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                .toList());
    }

    ServerProcess awaitReady(Callable<Boolean> ready) {
        try {
            awaitStart(ready);
            return this;
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void awaitStart(Callable<Boolean> ready) {
        await("start, see " + output)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .failFast(output + " says why it ended", () -> !process.isAlive())
                .until(ready);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM. */
    void beginStop() {
        process.destroy();
    }

    /** SIGTERM, and false where it did not help. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
