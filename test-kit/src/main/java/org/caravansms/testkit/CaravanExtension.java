package org.caravansms.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.AdviceWithRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.util.function.ThrowingConsumer;
import org.caravansms.Gateway;
import org.caravansms.config.Settings;
import org.caravansms.simulator.InboundSms;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the gateway, once for a test class, with the extensions of a team and the SMSC simulator, each on free ports of
 * the loopback interface and with data of its own. Use it as a static field with {@code @RegisterExtension}. Before each
 * test, the mocks are reset and what the SMSC received is forgotten.
 */
public final class CaravanExtension implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final String SEND = "direct:send";
    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 120;

    private final List<Path> extensions;
    private final Properties settings = new Properties();
    private final List<ReceivedSms> received = new CopyOnWriteArrayList<>();
    private Path folder;
    private Simulator smsc;
    private Gateway gateway;
    private Thread thread;
    private int httpPort;

    private CaravanExtension(List<Path> extensions) {
        this.extensions = extensions;
    }

    /** @param extensions files {@code *.camel.yaml}, or folders with such files */
    public static CaravanExtension withExtensions(Path... extensions) {
        return new CaravanExtension(List.of(extensions));
    }

    /** @return this, with a setting of {@code config/application.properties}: the gateway's, or one that extensions read */
    public CaravanExtension withSetting(String key, String value) {
        settings.setProperty(key, value);
        return this;
    }

    /**
     * Sends as {@code direct:send} does.
     *
     * @return the number {@code accepted}, and the {@code reports} in order
     */
    public Map<?, ?> send(String to, String text) {
        return send(Map.of("to", to, "text", text));
    }

    /** @param messages a message or more, as a Map, a List of them or JSON: see docs/extending.md */
    public Map<?, ?> send(Object messages) {
        return (Map<?, ?>) request(SEND, messages);
    }

    /** @return the body that a route of the extension leaves */
    public Object request(String uri, Object body) {
        return context().createFluentProducerTemplate().to(uri).withBody(body).request();
    }

    /** @return what arrived since the test began, in order. It takes a moment: wait for it with Awaitility. */
    public List<ReceivedSms> receivedBySmsc() {
        return List.copyOf(received);
    }

    /** Has the SMSC deliver a message that somebody sends from a handset. The gateway must be bound. */
    public void deliverFromHandset(String from, String to, String text) {
        smsc.deliver(InboundSms.text(from, to, text));
    }

    /** @return Camel, as the gateway runs it */
    public CamelContext context() {
        return gateway.getCamelContext();
    }

    /** @return an endpoint that the extension sends to, such as {@code mock:archive} */
    public MockEndpoint mock(String uri) {
        return context().getEndpoint(uri, MockEndpoint.class);
    }

    /** Changes a route of the extension until the end of the test class, as Camel's advice does. */
    public void advise(String routeId, ThrowingConsumer<AdviceWithRouteBuilder, Exception> changes) throws Exception {
        AdviceWith.adviceWith(context(), routeId, changes);
    }

    /** @return the address of the HTTP API */
    public URI api() {
        return URI.create("http://127.0.0.1:" + httpPort + "/api");
    }

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        folder = Files.createTempDirectory("caravan-test");
        smsc = new Simulator(SimulatorOptions.defaults()
                        .withPort(0)
                        .withQuiet(true)
                        .withListener(submit -> received.add(ReceivedSms.of(submit))))
                .start();
        httpPort = LoopbackPort.free().number();
        GatewayHome home = GatewayHome.in(folder, extensions);
        home.set(settings);
        gateway = new Gateway(home.path(), Settings.read(home.settings(), name -> null, settings()));
        startGateway();
    }

    /** Extensions are loaded when all of the gateway runs, which {@code start} alone does not wait for. */
    private void startGateway() throws Exception {
        CompletableFuture<Void> started = new CompletableFuture<>();
        gateway.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport main) {
                started.complete(null);
            }
        });
        thread = new Thread(() -> run(started), "gateway");
        thread.setDaemon(true);
        thread.start();
        started.get(START_SECONDS, TimeUnit.SECONDS);
    }

    private void run(CompletableFuture<Void> started) {
        try {
            gateway.run();
        } catch (Exception e) {
            started.completeExceptionally(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        received.clear();
        MockEndpoint.resetMocks(context());
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException, InterruptedException {
        try {
            if (thread != null) {
                stopGateway();
            }
        } finally {
            smsc.close();
            GatewayHome.delete(folder);
        }
    }

    /** The thread that started it stops it, and has closed its files at its end. */
    private void stopGateway() throws InterruptedException {
        gateway.completed();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        if (thread.isAlive()) {
            throw new IllegalStateException("The gateway did not stop within " + STOP_SECONDS + " s");
        }
    }

    private Properties settings() {
        Properties all = new Properties();
        all.setProperty("sms.http.port", Integer.toString(httpPort));
        all.setProperty("sms.https.enabled", "false");
        all.setProperty("sms.observe.enabled", "false");
        all.setProperty("sms.simulator.enabled", "false");
        all.setProperty("sms.provider.sandbox.port", Integer.toString(smsc.port()));
        all.setProperty("sms.provider.sandbox.reconnect-millis", "100");
        all.putAll(settings);
        return all;
    }
}
