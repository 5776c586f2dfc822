package org.caravansms.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.caravansms.api.ApplyPolicy;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.broker.Broker;
import org.caravansms.broker.DrainSwitch;
import org.caravansms.broker.EventSubscriptions;
import org.caravansms.callback.Webhooks;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.ReloadedFile;
import org.caravansms.config.Settings;
import org.caravansms.datadir.Backup;
import org.caravansms.datadir.DataCheck;
import org.caravansms.datadir.DataDirectory;
import org.caravansms.datadir.Inventory;
import org.caravansms.datadir.MissingData;
import org.caravansms.jms.QueueWriter;
import org.caravansms.message.LateAnswers;
import org.caravansms.operator.BackupCommand;
import org.caravansms.operator.EventsCommand;
import org.caravansms.operator.MessageCommands;
import org.caravansms.operator.OperatorSocket;
import org.caravansms.operator.PausedNames;
import org.caravansms.operator.PausedStatus;
import org.caravansms.operator.ReceiptsCommand;
import org.caravansms.provider.ProviderBlock;
import org.caravansms.provider.Providers;
import org.caravansms.queue.EventsInFull;
import org.caravansms.routing.ChooseQueue;
import org.caravansms.routing.NumberPlan;
import org.caravansms.smppserver.SmppClientsCommand;
import org.caravansms.smsc.SubmitComponent;
import org.caravansms.store.MessageStore;

/** Binds every bean that the routes name. Listeners start their services before the routes, and stop them after. */
public final class GatewayBeans {

    private static final String BROKER = "config/broker.xml";

    private final Main main;
    private final Path home;
    private final Settings settings;
    private final GatewaySettings typed;
    private final Path data;
    private final RouteFolder routes;
    private final Broker broker;
    private final PausedNames paused;
    private final ProviderBlock providerBlock;
    private final Supplier<Users> users;
    private final HttpListeners listeners;
    private final Webhooks webhooks;
    private final Authenticate authenticate;
    private final ClientConnections clients;
    private final NumberPlan numbers;
    private final ObserveBeans observe;
    private final DispatchBeans dispatch;
    private final Providers providers;
    private final LateAnswers late = new LateAnswers();
    private final ReentrantReadWriteLock policy = new ReentrantReadWriteLock();

    /**
     * @param home the instance, with {@code config/}
     * @param installation has {@code routes/}, and the {@code config/broker.xml} of an instance without one
     * @param settings the settings, checked
     * @throws IllegalArgumentException naming the setting or the file that is wrong
     */
    public GatewayBeans(Main main, Path home, Path installation, Settings settings) {
        this.main = main;
        this.home = home;
        this.settings = settings;
        this.typed = settings.typed();
        this.data = home.resolve(typed.dataDir());
        this.routes = new RouteFolder(home, installation, settings.routesPattern());
        DataDirectory.prepare(data);
        this.paused = new PausedNames(data.resolve(PausedNames.FILE));
        this.broker = new Broker(
                Files.exists(home.resolve(BROKER)) ? home.resolve(BROKER) : installation.resolve(BROKER), data);
        this.providerBlock = new ProviderBlock(home, typed.queue().outbound(), settings.reservedQueues());
        Path usersFile = home.resolve(typed.api().usersFile());
        this.users = new ReloadedFile<>(
                usersFile, Users::in, read -> "Users     " + usersFile + " read again", "The users known before stay");
        this.listeners = new HttpListeners(home, data.resolve("tls"), typed.http(), typed.https());
        this.webhooks = new Webhooks(settings.webhookBlocks());
        this.authenticate = new Authenticate(users, typed.http().threads());
        this.clients =
                new ClientConnections(typed.broker(), typed.queue().events(), users, authenticate, listeners, broker);
        this.numbers = new NumberPlan(typed.routing().defaultCountry());
        this.observe = new ObserveBeans(typed, broker, listeners);
        this.dispatch = new DispatchBeans(data, typed, numbers, late, observe.counts()::sent);
        this.providers = new Providers(providerBlock, dispatch::beans, paused::isPaused);
    }

    /** @param action runs when the broker failed while it ran */
    public void onBrokerFailure(Runnable action) {
        broker.onFailure(action);
    }

    /**
     * @param acceptLoss whether it starts also without what is missing of its data
     * @throws IllegalArgumentException naming the setting or the file that is wrong
     */
    public void bind(boolean acceptLoss) {
        boolean attachMessages = typed.events().attachMessages() || webhooks.wantReceipts();
        main.setOverrideProperties(properties(clients.areOn()));
        listeners.bindTo(main, observe.counts()::answered);
        clients.bindTo(main);
        if (typed.tracing().enabled()) {
            TracingBeans.bindTo(main, typed);
        }
        main.bind("applyPolicy", new ApplyPolicy(policy.readLock()));
        ChooseQueue routing = RoutingBeans.bindTo(main, home, typed, providers::isSender, numbers);
        HttpApiBeans.bindTo(
                main,
                typed.http(),
                typed.api(),
                typed.send(),
                users,
                authenticate,
                providers::isSender,
                routing,
                observe.counts()::refused);
        main.bind("smsc", new SubmitComponent(observe.counts()::submitted));
        observe.bindTo(main, providers, dispatch::perSecond);
        EventSubscriptions subscriptions =
                new EventSubscriptions(broker, typed.queue().events());
        EventsInFull inFull =
                new EventsInFull(attachMessages, () -> clients.wantMessages() || subscriptions.wantMessages());
        QueueBeans queues = new QueueBeans(main, typed, inFull, broker, paused);
        InboundBeans inbound = new InboundBeans(home, typed.inbound());
        inbound.bindTo(main, queues.events(), typed, providers);
        inbound.redeliver(broker, typed.queue().inboundRoutes());
        StoreBeans store = bindStore(inFull::areAll, inbound, queues, acceptLoss);
        SmppClientsCommand smppClients = SmppServerBeans.bindTo(
                main,
                users,
                authenticate,
                typed,
                listeners::tls,
                store.messages(),
                dispatch.cancellations(),
                message -> inbound.rules().get().clients(message),
                broker.queues()::countMessages,
                observe.counts()::refused);
        broker.expire(typed.queue().smppDue() + ".#", typed.queue().smppExpired());
        ControlBeans.bindTo(main, typed.queue(), broker, providers, paused, queues);
        addListeners(queues, inbound);
        bindOperatorCommands(store.messages(), subscriptions, smppClients, queues.drain());
        main.bind("backupCommand", new BackupCommand(new BackupReply(new Backup(home, data, broker), typed.store())));
        ExplainBeans.bindTo(
                main,
                typed.queue(),
                broker,
                providers,
                paused,
                queues.drain(),
                numbers,
                store.messages(),
                ControlBeans.sentFrom(typed.queue()));
    }

    private void addListeners(QueueBeans queues, InboundBeans inbound) {
        main.addMainListener(dispatch);
        main.addMainListener(new EarlierPdus(typed.queue(), broker.queues()));
        main.addMainListener(clients);
        main.addMainListener(new ProviderLifecycle(
                settings, providers, new StartUpLines(typed, users, providers, listeners, clients)));
        main.addMainListener(
                new CallbackBeans(main, typed, webhooks, broker, inbound.rules(), observe.counts()::called));
        main.addMainListener(new ExtensionLifecycle(main, home, policy.writeLock(), settings.asProperties()));
        main.addMainListener(observe);
        main.addMainListener(new OperatorAccess(
                main,
                data.resolve(OperatorSocket.FILE),
                queues,
                broker,
                late,
                typed.smppServer().keep()));
    }

    private Properties properties(boolean userEvents) {
        Properties properties = settings.asProperties();
        properties.setProperty("sms.broker.user-events", Boolean.toString(userEvents));
        properties.setProperty("caravan.home", home.toString());
        // the Kamelets in the gateway; their files have what they use in other runtimes
        properties.setProperty("caravan.kamelets.in-gateway", "true");
        properties.setProperty(
                "caravan.kamelets.events", typed.queue().events().replaceFirst("^" + QueueWriter.TOPIC, ""));
        // no user's name is empty, and a subscription of the gateway is nobody's
        properties.setProperty("caravan.kamelets.owner", "/");
        properties.setProperty("caravan.routes", routes.path());
        properties.setProperty(
                "camel.main.stream-caching-spool-directory",
                DataDirectory.spool(data).toString());
        return properties;
    }

    /** The listeners that start the broker and the store come before all others. */
    private StoreBeans bindStore(
            BooleanSupplier attachMessages, InboundBeans inbound, QueueBeans queues, boolean acceptLoss) {
        Inventory inventory = DataCheck.inventory(data, broker);
        StoreBeans store = new StoreBeans(
                main, data, typed, providers, inventory, attachMessages, inbound.owner(), queues.barrier()::isAwaited);
        MissingData losses = new MissingData(acceptLoss);
        DataCheck check =
                new DataCheck(data, inventory, broker, store.check(queues.waiting(), inventory, losses), losses);
        IdempotencyBeans clientIds = new IdempotencyBeans(
                data.resolve("client-ids.db"), typed.clientIds(), queues.messages(), typed.queue(), check);
        SandboxSmsc sandbox = new SandboxSmsc(typed.simulator(), providerBlock, settings.providerBlocks());
        main.addMainListener(routes);
        main.addMainListener(new Lifecycle(data, check, broker, clientIds, sandbox));
        return store;
    }

    private void bindOperatorCommands(
            MessageStore store, EventSubscriptions subscriptions, SmppClientsCommand smppClients, DrainSwitch drain) {
        StatusDocument document = new StatusDocument(broker, typed.queue().store(), providers, main::getCamelContext);
        GatewayStatus gateway =
                new GatewayStatus(typed.queue(), broker, subscriptions, store, smppClients::status, document);
        main.bind("messageCommands", new MessageCommands(store::find, new PausedStatus(gateway, paused, drain)));
        main.bind("eventsCommand", new EventsCommand(subscriptions));
        main.bind("receiptsCommand", new ReceiptsCommand(store::orphans));
    }
}
