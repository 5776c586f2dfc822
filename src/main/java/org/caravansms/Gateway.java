package org.caravansms;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.main.Main;
import org.caravansms.api.UsersFile;
import org.caravansms.callback.Webhooks;
import org.caravansms.message.LateAnswers;
import org.caravansms.operator.ReceiptsCommand;
import org.caravansms.operator.StatusCommand;
import org.caravansms.operator.TraceCommand;
import org.caravansms.provider.ProviderBlock;
import org.caravansms.provider.Providers;
import org.caravansms.queue.Broker;
import org.caravansms.queue.EventForm;
import org.caravansms.queue.JmsBatchComponent;
import org.caravansms.queue.KeptQueues;
import org.caravansms.queue.MessageForm;
import org.caravansms.queue.QueueClient;
import org.caravansms.queue.ReadQueued;
import org.caravansms.queue.StoreBarrier;
import org.caravansms.queue.WaitingMessages;
import org.caravansms.routing.NumberPlan;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.smsc.Login;
import org.caravansms.smsc.PrepareSubmitSm;
import org.caravansms.smsc.SubmitComponent;
import org.caravansms.store.Inventory;
import org.caravansms.store.MessageStore;

/** The gateway: binds the beans that the routes name, and starts Camel. The routes in {@code routes/} are the rest. */
public final class Gateway extends Main {

    private final Path home;
    private final Settings settings;
    private final RouteFolder routes;
    private final Broker broker;
    private final ProviderBlock providerBlock;
    private final SpoolFolder spool;

    /**
     * @param home the installation, with {@code config/} and {@code routes/}
     * @param settings the settings, checked
     */
    public Gateway(Path home, Settings settings) {
        this(home, settings, false);
    }

    /** @param acceptLoss whether it starts also without what is missing of its data */
    public Gateway(Path home, Settings settings, boolean acceptLoss) {
        this.home = home;
        this.settings = settings;
        this.routes = new RouteFolder(home, settings);
        DataDirectory.prepare(dataDir());
        this.spool = new SpoolFolder(dataDir());
        this.broker = new Broker(home.resolve("config/broker.xml"), dataDir());
        this.providerBlock = new ProviderBlock(home, settings.text("sms.queue.outbound"), settings.reservedQueues());
        UsersFile users = new UsersFile(home.resolve(settings.text("sms.api.users-file")));
        Listeners listeners = new Listeners(home, settings);
        Webhooks webhooks = new Webhooks(settings.webhookBlocks());
        boolean inFull = settings.isOn("sms.events.in-full") || webhooks.wantReceipts();
        setOverrideProperties(properties(inFull));
        listeners.bindTo(this);
        NumberPlan numbers = new NumberPlan(settings.text("sms.routing.default-country"));
        LateAnswers late = new LateAnswers();
        Submissions submissions = new Submissions(dataDir(), settings, numbers, late);
        Providers providers = new Providers(providerBlock, submissions::beans);
        HttpApiBeans.bindTo(this, settings, users, providers::isSender);
        RoutingBeans.bindTo(this, home, settings, providers::isSender, numbers);
        bindQueue();
        bindSmsc();
        IntakeBeans.bindTo(this, settings, providers);
        StartUpLines lines = new StartUpLines(settings, users, providers, listeners);
        InboundBeans inbound = new InboundBeans(home, settings);
        inbound.bindTo(this, lookup("eventForm", EventForm.class));
        Inventory inventory = DataCheck.inventory(dataDir(), broker);
        StoreBeans store = new StoreBeans(this, dataDir(), settings, providers, inventory, inFull, inbound.owner());
        Losses losses = new Losses(acceptLoss);
        DataCheck check =
                new DataCheck(dataDir(), inventory, broker, store.check(waitingMessages(), inventory, losses), losses);
        ClientIds clientIds = new ClientIds(dataDir().resolve("client-ids.mv"), settings, check);
        addMainListener(routes);
        addMainListener(new Lifecycle(dataDir(), check, broker, clientIds, simulator(), spool));
        addMainListener(new ProviderLifecycle(settings, submissions, providers, lines));
        addMainListener(new CallbackBeans(this, settings, webhooks, broker, inbound.rules()));
        addMainListener(new OperatorAccess(this, settings, OperatorMain.socket(home, settings), broker, late));
        bindQuestions(store.messages());
    }

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("caravan.home", "."))
                .toAbsolutePath()
                .normalize();
        try {
            boolean acceptLoss = acceptLoss(List.of(arguments));
            Settings settings = Settings.read(
                    home.resolve("config/application.properties"), System::getenv, System.getProperties());
            // tells a second gateway before Camel is loaded; the one that starts takes it for good when it is
            DataLock.take(home.resolve(settings.text("sms.data-dir"))).close();
            Gateway gateway = new Gateway(home, settings, acceptLoss);
            gateway.broker.onFailure(Gateway::endSoon);
            gateway.runOrEnd();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            System.err.println("The gateway cannot start: " + reason(e));
            System.exit(1);
        }
    }

    /** What failed to start is not shut down with more lines than the one that says why. */
    private void runOrEnd() throws Exception {
        try {
            run();
        } catch (Exception e) {
            completed();
            throw e;
        }
    }

    private static boolean acceptLoss(List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of(Losses.ACCEPT))) {
            throw new IllegalArgumentException(
                    "bin/caravan run takes no argument but " + Losses.ACCEPT + ", and not " + arguments);
        }
        return !arguments.isEmpty();
    }

    /** Whatever was accepted is on disk, and nothing more can be; requests that are under way get their answers first. */
    private static void endSoon() {
        CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
    }

    /** The innermost says what is wrong, the ones around it which route has it. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (failure instanceof IllegalStateException && root == failure) {
            return failure.getMessage();
        }
        return root == failure ? failure.toString() : failure.getMessage() + ": " + root.getMessage();
    }

    private Properties properties(boolean inFull) {
        Properties properties = settings.asProperties();
        properties.setProperty("sms.events.in-full", Boolean.toString(inFull));
        properties.setProperty("caravan.home", home.toString());
        properties.setProperty("caravan.routes", routes.path());
        properties.setProperty(
                "camel.main.stream-caching-spool-directory", spool.path().toString());
        return properties;
    }

    private void bindQueue() {
        ConnectionFactory connectionFactory = Broker.connectionFactory(64 * 1024);
        MessageForm form = new MessageForm(settings.text("sms.queue.client-ids"));
        JmsBatchComponent queues =
                new JmsBatchComponent(connectionFactory, broker::hold, broker.disk()::hasRoomToSettle);
        bind("messageForm", form);
        bind("eventForm", new EventForm());
        bind("jms-batch", queues);
        bind(
                "storeBarrier",
                new StoreBarrier(
                        connectionFactory,
                        queues,
                        settings.text("sms.queue.events"),
                        settings.number("sms.store.patience-millis")));
        bind("diskSpace", broker.disk());
        bind("jms", QueueClient.component(connectionFactory));
        bind("readQueued", new ReadQueued(form));
    }

    private WaitingMessages waitingMessages() {
        return new WaitingMessages(
                broker,
                lookup("eventForm", EventForm.class),
                new KeptQueues(
                        settings.text("sms.queue.outbound"),
                        settings.text("sms.queue.outbound-dead"),
                        settings.text("sms.queue.outbound-doubt"),
                        settings.text("sms.queue.events")),
                settings.text("sms.queue.store"));
    }

    private void bindQuestions(MessageStore store) {
        bind("statusCommand", new StatusCommand(store::find, new GatewayStatus(settings, broker, store)));
        bind("traceCommand", new TraceCommand(store::find));
        bind("receiptsCommand", new ReceiptsCommand(store::orphans));
    }

    private void bindSmsc() {
        bind("prepareSubmitSm", new PrepareSubmitSm(Clock.systemUTC()));
        bind("smsc", new SubmitComponent());
    }

    private Path dataDir() {
        return home.resolve(settings.text("sms.data-dir"));
    }

    /** @return null when it is switched off, or has no address because its provider's block is wrong, which is told then */
    private Simulator simulator() {
        if (!settings.isOn("sms.simulator.enabled")) {
            return null;
        }
        try {
            String name = ProviderKey.SAMPLE;
            return simulator(providerBlock
                    .read(name, settings.providerBlocks().get(name))
                    .login());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Simulator simulator(Login login) {
        return new Simulator(SimulatorOptions.defaults()
                .withHost(login.host())
                .withPort(login.port())
                .withLatencyMillis(settings.number("sms.simulator.latency-millis")));
    }
}
