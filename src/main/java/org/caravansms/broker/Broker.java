package org.caravansms.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBasePlugin;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.CamelThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded ActiveMQ Artemis, configured by {@code config/broker.xml}, its journal in the data directory. This process
 * reaches it by {@code vm://0}, with a login that is random at each start; others by a {@link BrokerAccess} only.
 */
public final class Broker extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    /** A program that has the journal open, such as a tool of Artemis, holds it for longer than this. */
    private static final long LOCK_MILLIS = 2000;

    /** Artemis checks the login of its cluster first, in no way that others can wait for or lock, and permits it all. */
    private static final String USER = UUID.randomUUID().toString();

    private static final String PASSWORD = UUID.randomUUID().toString();

    private final Path configuration;
    private final Path data;
    private final DiskSpace disk;
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final BrokerQueues queues = new BrokerQueues(broker::getActiveMQServer);
    private final Map<String, AddressSettings> settings = new HashMap<>();
    private final List<ActiveMQServerBasePlugin> plugins = new ArrayList<>();
    private BrokerAccess access = new BrokerAccess() {};
    private Configuration read;
    private ScheduledExecutorService watch;
    private volatile String failure;
    private volatile Runnable onFailure = () -> {};

    /**
     * @param configuration broker.xml
     * @param data the directory that gets the journal, the paged and the large messages
     */
    public Broker(Path configuration, Path data) {
        this.configuration = configuration;
        this.data = data.toAbsolutePath();
        this.disk = new DiskSpace(this.data);
    }

    /** @param failed runs when the disk fails and the broker stops working */
    public void onFailure(Runnable failed) {
        onFailure = failed;
    }

    /**
     * Before the start: how the broker redelivers the messages of a queue, beside the settings of {@code broker.xml}.
     *
     * @param delay before the second delivery; it doubles with each further one
     * @param attempts deliveries in all; then the broker moves the message to its own dead letters
     */
    public void redeliver(String queue, Duration delay, Duration maxDelay, int attempts) {
        settings.put(
                queue,
                new AddressSettings()
                        .setRedeliveryDelay(delay.toMillis())
                        .setRedeliveryMultiplier(2)
                        .setMaxRedeliveryDelay(maxDelay.toMillis())
                        .setMaxDeliveryAttempts(attempts));
    }

    /**
     * Before the start: what expires on some queues goes to another one, whatever {@code broker.xml} says.
     *
     * @param queues a pattern, such as {@code sms.smpp.due.#}
     */
    public void expire(String queues, String to) {
        settings.put(queues, new AddressSettings().setNoExpiry(false).setExpiryAddress(SimpleString.of(to)));
    }

    /** Before the start: whom the broker lets in beside this process; nobody else. */
    public void access(BrokerAccess clients) {
        access = clients;
    }

    /** Before the start: what hears of queues that are made and removed. */
    void plugin(ActiveMQServerBasePlugin plugin) {
        plugins.add(plugin);
    }

    /** @return its queues, once it runs */
    public BrokerQueues queues() {
        return queues;
    }

    /** @return Artemis's */
    public String version() {
        return broker.getActiveMQServer().getVersion().getFullVersion();
    }

    /** @return why it has stopped working, empty while it works */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** @return whether there is room for more */
    public DiskSpace disk() {
        return disk;
    }

    /**
     * A client of this broker. Objects are never deserialised. A consumer prefetches little, so that several
     * consumers share a queue.
     *
     * @param consumerWindowBytes how much a consumer prefetches
     */
    public static ActiveMQConnectionFactory connectionFactory(int consumerWindowBytes) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://0", USER, PASSWORD);
        factory.setDeserializationDenyList("*");
        factory.setConsumerWindowSize(consumerWindowBytes);
        factory.setBlockOnDurableSend(true);
        return factory;
    }

    /** @return whether a session is of this process, and not of another program */
    public static boolean isOwn(ServerSession session) {
        return USER.equals(session.getUsername());
    }

    /** @return makes copies of its files, once it runs */
    public BrokerSnapshot snapshot() {
        return new BrokerSnapshot(broker.getActiveMQServer(), data);
    }

    public JournalFiles journalFiles() {
        return new JournalFiles(data, configured().getJournalPoolFiles());
    }

    @Override
    protected void doStart() throws Exception {
        broker.setConfiguration(configured());
        broker.setSecurityManager(access.security());
        broker.createActiveMQServer();
        access.prepare(broker.getActiveMQServer());
        plugins.forEach(broker.getActiveMQServer()::registerBrokerPlugin);
        broker.getActiveMQServer().registerIOCriticalErrorListener(this::fail);
        broker.start();
        if (failure != null) {
            throw new IllegalStateException("the disk of " + data + " fails: " + failure);
        }
        if (!broker.getActiveMQServer().isActive()) {
            throw new IllegalStateException("the broker cannot run on " + data + ", and the log says why");
        }
        access.started(broker.getActiveMQServer());
        disk.run();
        watch();
    }

    private void fail(Throwable cause, String message, String file) {
        failure = cause.getMessage();
        LOG.error("The queue cannot go on, the disk of {} fails: {}", data, failure);
        disk.fail();
        onFailure.run();
    }

    private void watch() {
        watch = Executors.newScheduledThreadPool(2, new CamelThreadFactory("#name#", "broker-watch", true));
        watch.scheduleWithFixedDelay(disk, 1, 1, TimeUnit.SECONDS);
        watch.scheduleWithFixedDelay(
                new DueMessages(broker.getActiveMQServer(), System::currentTimeMillis), 1, 1, TimeUnit.SECONDS);
        watch.scheduleWithFixedDelay(this::lookAtAccess, 2, 2, TimeUnit.SECONDS);
        watch.scheduleWithFixedDelay(new ExpiryScan(broker.getActiveMQServer()), 5, 5, TimeUnit.SECONDS);
    }

    private void lookAtAccess() {
        try {
            access.look(broker.getActiveMQServer());
        } catch (Exception e) {
            LOG.warn("The connections of other programs cannot be looked at: {}", e.toString());
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (watch != null) {
            watch.shutdownNow();
        }
        broker.stop();
    }

    /** @throws IllegalArgumentException when broker.xml cannot be read */
    private synchronized Configuration configured() {
        if (read == null) {
            try {
                read = read();
            } catch (Exception e) {
                throw new IllegalArgumentException(configuration + " cannot be read: " + e.getMessage(), e);
            }
        }
        return read;
    }

    private Configuration read() throws Exception {
        FileConfiguration file = new FileConfiguration();
        FileDeploymentManager manager =
                new FileDeploymentManager(configuration.toUri().toString());
        manager.addDeployable(file);
        manager.readConfiguration();
        file.setAcceptorConfigurations(file.getAcceptorConfigurations().stream()
                .map(SameThreadAcceptorFactory::insteadOf)
                .collect(Collectors.toSet()));
        file.setJournalDirectory(data.resolve("journal").toString());
        file.setBindingsDirectory(data.resolve("bindings").toString());
        file.setLargeMessagesDirectory(data.resolve("large-messages").toString());
        file.setPagingDirectory(data.resolve("paging").toString());
        file.setJournalLockAcquisitionTimeout(LOCK_MILLIS);
        settings.forEach(file::addAddressSetting);
        file.setSecurityEnabled(true);
        file.setClusterUser(USER);
        file.setClusterPassword(PASSWORD);
        access.configure(file);
        disk.takeLimitsFrom(file);
        return file;
    }
}
