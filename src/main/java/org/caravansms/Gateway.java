package org.caravansms;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.camel.main.Main;
import org.caravansms.api.UsersFile;
import org.caravansms.queue.Broker;
import org.caravansms.queue.JmsBatchComponent;
import org.caravansms.queue.MessageForm;
import org.caravansms.queue.QueueClient;
import org.caravansms.queue.ReadQueued;
import org.caravansms.queue.SettleEach;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.smsc.CommandStatusTable;
import org.caravansms.smsc.DescribeOutcome;
import org.caravansms.smsc.Link;
import org.caravansms.smsc.PrepareSubmitSm;

/** The gateway: binds the beans that the routes name, and starts Camel. The routes in {@code routes/} are the rest. */
public final class Gateway extends Main {

    private final Path home;
    private final Settings settings;
    private final Broker broker;
    private final Map<String, Link> links = new LinkedHashMap<>();

    /**
     * @param home the installation, with {@code config/} and {@code routes/}
     * @param settings the settings, checked
     */
    public Gateway(Path home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.broker = new Broker(home.resolve("config/broker.xml"), dataDir());
        UsersFile users = new UsersFile(home.resolve(settings.text("sms.api.users-file")));
        Listeners listeners = new Listeners(home, settings);
        setOverrideProperties(properties());
        listeners.bindTo(this);
        Predicate<String> providers = settings.providers()::contains;
        HttpApiBeans.bindTo(this, settings, users, providers);
        RoutingBeans.bindTo(this, home, settings, providers);
        bindQueue();
        bindSmsc();
        StartUpLines lines = new StartUpLines(settings, users, links.values(), listeners);
        ClientIds clientIds = new ClientIds(dataDir().resolve("client-ids.mv"), settings);
        addMainListener(new Lifecycle(broker, clientIds, simulator(), lines));
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("caravan.home", "."))
                .toAbsolutePath()
                .normalize();
        try {
            Settings settings = Settings.read(
                    home.resolve("config/application.properties"), System::getenv, System.getProperties());
            new Gateway(home, settings).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private Properties properties() {
        Properties properties = settings.asProperties();
        properties.setProperty("caravan.home", home.toString());
        for (String provider : settings.providers()) {
            for (String template : List.of("dispatch", "submit-sm")) {
                String prefix = "camel.routeTemplate[" + template + "-" + provider + "].";
                properties.setProperty(prefix + "template-id", template);
                properties.setProperty(prefix + "provider", provider);
            }
            windowThreads(properties, provider);
        }
        return properties;
    }

    /** camel-smpp blocks a thread for each submit_sm that waits for its answer: the window is a number of threads. */
    private void windowThreads(Properties properties, String provider) {
        String window = settings.text("sms.provider." + provider + ".window");
        String prefix = "camel.threadpool.config[window-" + provider + "].";
        properties.setProperty(prefix + "id", "window-" + provider);
        properties.setProperty(prefix + "pool-size", window);
        properties.setProperty(prefix + "max-pool-size", window);
    }

    private void bindQueue() {
        ConnectionFactory connectionFactory = Broker.connectionFactory(64 * 1024);
        MessageForm form = new MessageForm(settings.text("sms.queue.client-ids"));
        bind("messageForm", form);
        bind("jms-batch", new JmsBatchComponent(connectionFactory, broker::hold));
        bind("jms", QueueClient.component(connectionFactory));
        bind("readQueued", new ReadQueued(form));
        bind("settleEach", new SettleEach());
    }

    private void bindSmsc() {
        bind("prepareSubmitSm", new PrepareSubmitSm());
        bind(
                "outcome",
                new DescribeOutcome(
                        CommandStatusTable.standard(),
                        settings.number("sms.dispatch.attempts"),
                        Duration.ofMillis(settings.number("sms.dispatch.retry-delay-millis"))));
        for (String provider : settings.providers()) {
            String prefix = "sms.provider." + provider + ".";
            Link link = new Link(provider, settings.text(prefix + "host") + ":" + settings.text(prefix + "port"));
            links.put(provider, link);
            bind("link-" + provider, link);
        }
    }

    private Path dataDir() {
        return home.resolve(settings.text("sms.data-dir"));
    }

    /** @return null when it is switched off */
    private Simulator simulator() {
        return settings.isOn("sms.simulator.enabled")
                ? new Simulator(SimulatorOptions.defaults()
                        .withHost(settings.text("sms.provider.sandbox.host"))
                        .withPort(settings.number("sms.provider.sandbox.port"))
                        .withLatencyMillis(settings.number("sms.simulator.latency-millis")))
                : null;
    }
}
