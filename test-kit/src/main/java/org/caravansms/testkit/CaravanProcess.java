package org.caravansms.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the gateway as a process of its own, beside a program under test, as operators do: an instance with one user, its
 * broker on a free port of the loopback interface, the SMSC simulator behind it. It uses nothing of the gateway's
 * libraries, so that the program may have others. Use it as a static field with {@code @RegisterExtension}.
 */
public final class CaravanProcess implements BeforeAllCallback, AfterAllCallback {

    /** The login of the program under test, which may send and receive. */
    public static final String USER = "orders";

    public static final String PASSWORD = "orders-password";

    private static final long START_SECONDS = 60;

    private final Path installation;
    private final LoopbackPort broker = LoopbackPort.free();
    private Path folder;
    private Path instance;
    private Process gateway;

    private CaravanProcess(Path installation) {
        this.installation = installation;
    }

    /** @param installation an unpacked zip of the gateway */
    public static CaravanProcess of(Path installation) {
        return new CaravanProcess(installation.toAbsolutePath().normalize());
    }

    /** @return where other programs reach the broker over AMQP 1.0 */
    public String broker() {
        return "amqp://127.0.0.1:" + broker;
    }

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        folder = Files.createTempDirectory("caravan");
        instance = folder.resolve("instance");
        run(installation, "create", instance.toString());
        run(instance, "user", "add", USER, "--queue", "send,receive");
        set(
                "sms.broker.listen=127.0.0.1:" + broker,
                "sms.http.port=" + LoopbackPort.free(),
                "sms.https.enabled=false",
                "sms.provider.sandbox.port=" + LoopbackPort.free());
        gateway = program(instance, "run").start();
        awaitBroker();
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException, InterruptedException {
        if (gateway != null) {
            gateway.destroy();
            if (!gateway.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                gateway.destroyForcibly().waitFor();
            }
        }
        GatewayHome.delete(folder);
    }

    /** Waits for the end of a command, which reads the password where it asks for one. */
    private void run(Path home, String... words) throws IOException, InterruptedException {
        Process command = program(home, words).start();
        try (var in = command.outputWriter()) {
            in.write(PASSWORD + "\n");
        } catch (IOException e) {
            // a command that reads nothing has ended
        }
        if (command.waitFor() != 0) {
            throw failure("caravan " + String.join(" ", words));
        }
    }

    private ProcessBuilder program(Path home, String... words) {
        ProcessBuilder program = new ProcessBuilder(home.resolve("bin/caravan").toString());
        program.command().addAll(List.of(words));
        return program.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
    }

    private void set(String... settings) throws IOException {
        Files.write(instance.resolve("config/application.properties"), List.of(settings), StandardOpenOption.APPEND);
    }

    private void awaitBroker() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!broker.isOpen()) {
            if (System.nanoTime() > end || gateway.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw failure("the start of the gateway");
            }
        }
    }

    private Path output() {
        return folder.resolve("output.log");
    }

    private IllegalStateException failure(String what) throws IOException {
        return new IllegalStateException(what + " failed:\n" + Files.readString(output()));
    }
}
