package org.caravansms;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.caravansms.api.UsersFile;
import org.caravansms.queue.Broker;
import org.caravansms.queue.JmsBatchComponent;
import org.caravansms.queue.MessageForm;
import org.caravansms.queue.QueueClient;
import org.caravansms.queue.ReadQueued;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.smsc.Link;
import org.caravansms.smsc.PrepareSubmitSm;
import org.caravansms.smsc.SubmitComponent;

/** The gateway: binds the beans that the routes name, and starts Camel. The routes in {@code routes/} are the rest. */
public final class Gateway extends Main {

    private final Path home;
    private final Settings settings;
    private final Broker broker;
    private final List<Link> links;

    /**
     * @param home the installation, with {@code config/} and {@code routes/}
     * @param settings the settings, checked
     */
    public Gateway(Path home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.links = settings.providers().stream()
                .map(name -> ProviderSettings.read(settings, name))
                .flatMap(provider -> Link.all(provider).stream())
                .toList();
        this.broker = new Broker(home.resolve("config/broker.xml"), dataDir());
        UsersFile users = new UsersFile(home.resolve(settings.text("sms.api.users-file")));
        Listeners listeners = new Listeners(home, settings);
        setOverrideProperties(properties());
        listeners.bindTo(this);
        HttpApiBeans.bindTo(this, settings, users);
        bindQueue();
        bindSmsc();
        StartUpLines lines = new StartUpLines(settings, users, links, listeners);
        ClientIds clientIds = new ClientIds(dataDir().resolve("client-ids.mv"), settings);
        Submissions submissions = new Submissions(dataDir(), settings, java.util.function.UnaryOperator.identity());
        addMainListener(new Lifecycle(broker, clientIds, simulator(), lines));
        addMainListener(new org.apache.camel.main.MainListenerSupport() {
            @Override
            public void beforeConfigure(org.apache.camel.main.BaseMainSupport main) {
                submissions.start(main.getCamelContext().getRegistry());
                links.forEach(link -> submissions
                        .beans(link.provider())
                        .forEach((n, b) -> main.getCamelContext().getRegistry().bind(n, b)));
            }
        });
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
        links.forEach(link -> routes(properties, link));
        return properties;
    }

    private static void routes(Properties properties, Link link) {
        for (String template : List.of("dispatch", "submit-sm")) {
            String prefix = "camel.routeTemplate[" + template + "-" + link.id() + "].";
            properties.setProperty(prefix + "template-id", template);
            properties.setProperty(prefix + "provider", link.provider().name());
            properties.setProperty(prefix + "bind", Integer.toString(link.bind()));
        }
        String dispatch = "camel.routeTemplate[dispatch-" + link.id() + "].";
        properties.setProperty(
                dispatch + "window", Integer.toString(link.provider().window()));
        properties.setProperty(dispatch + "queues", "sms.outbound");
    }

    private void bindQueue() {
        ConnectionFactory connectionFactory = Broker.connectionFactory(64 * 1024);
        MessageForm form = new MessageForm(settings.text("sms.queue.client-ids"));
        bind("messageForm", form);
        bind("jms-batch", new JmsBatchComponent(connectionFactory, this::hold));
        bind("jms", QueueClient.component(connectionFactory));
        bind("readQueued", new ReadQueued(form));
    }

    /** What is accepted under a name of its client's goes to two queues in one commit. */
    private Runnable hold(String queue) {
        Runnable goOn = broker.hold(queue);
        Runnable goOnToo = broker.hold(settings.text("sms.queue.client-ids"));
        return () -> {
            goOn.run();
            goOnToo.run();
        };
    }

    private void bindSmsc() {
        bind("prepareSubmitSm", new PrepareSubmitSm(Clock.systemUTC()));
        bind("smpp", new SubmitComponent());
        links.forEach(link -> bind("link-" + link.id(), link));
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
