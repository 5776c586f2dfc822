package org.caravansms.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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

    /** The login of the program under test, which may send and receive. What people send to the gateway is this user's. */
    public static final String USER = "orders";

    /** Has characters that a URI writes otherwise. */
    public static final String PASSWORD = "orders+100%41&more=less";

    private static final long START_SECONDS = 60;

    private final Path installation;
    private final LoopbackPort broker = LoopbackPort.free();
    private final LoopbackPort smpp = LoopbackPort.free();
    private final List<String> inbound = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private Path folder;
    private CaravanProgram instance;

    private CaravanProcess(Path installation) {
        this.installation = installation;
    }

    /** @param installation an unpacked zip of the gateway */
    public static CaravanProcess of(Path installation) {
        return new CaravanProcess(installation.toAbsolutePath().normalize());
    }

    /**
     * Has somebody send a message to the gateway four times a second, from the first bind on.
     *
     * @param to the number that it is sent to
     * @param text may have {@code {n}}, which becomes 1, 2 and so on
     */
    public CaravanProcess withInbound(String to, String text) {
        inbound.addAll(List.of("--inbound-every", "250", "--inbound-to", to, "--inbound-text", text));
        return this;
    }

    /** @return where other programs reach the broker over AMQP 1.0 */
    public String broker() {
        return "amqp://127.0.0.1:" + broker;
    }

    /** @return each submit_sm that the SMSC received, as a JSON object with {@code dest} and {@code text}, in order */
    public List<String> receivedBySmsc() throws IOException {
        return Files.exists(pdus())
                ? Files.readAllLines(pdus()).stream()
                        .filter(pdu -> pdu.contains("\"submit_sm\""))
                        .toList()
                : List.of();
    }

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        folder = Files.createTempDirectory("caravan");
        instance = new CaravanProgram(folder.resolve("instance"), folder.resolve("output.log"));
        CaravanProgram installed = new CaravanProgram(installation, instance.output());
        installed.run("", "create", instance.home().toString());
        instance.run(PASSWORD, "user", "add", USER, "--queue", "send,receive");
        set(
                "sms.broker.listen=127.0.0.1:" + broker,
                "sms.http.port=" + LoopbackPort.free(),
                "sms.https.enabled=false",
                "sms.inbound.user=" + USER,
                "sms.observe.enabled=false",
                "sms.simulator.enabled=false",
                "sms.smpp-server.enabled=false",
                // on a busy machine, events of deliveries would come late
                "sms.store.backpressure-millis=0",
                "sms.provider.sandbox.port=" + smpp,
                "sms.provider.sandbox.reconnect-millis=200");
        processes.add(installed.start(simulator()));
        processes.add(instance.start("run"));
        awaitBroker(processes.get(1));
    }

    private String[] simulator() {
        List<String> words = new ArrayList<>(List.of("simulator", "--quiet", "--port", smpp.toString()));
        words.addAll(List.of("--log", pdus().toString()));
        words.addAll(inbound);
        return words.toArray(String[]::new);
    }

    private Path pdus() {
        return folder.resolve("smsc.jsonl");
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException, InterruptedException {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        GatewayHome.delete(folder);
    }

    private void set(String... settings) throws IOException {
        Path file = instance.home().resolve("config/application.properties");
        Files.write(file, List.of(settings), StandardOpenOption.APPEND);
    }

    private void awaitBroker(Process gateway) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!broker.isOpen()) {
            if (System.nanoTime() > end || gateway.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw instance.failure("the start of the gateway");
            }
        }
    }
}
