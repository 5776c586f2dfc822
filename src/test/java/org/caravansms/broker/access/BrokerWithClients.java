package org.caravansms.broker.access;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.util.FileUtil;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.caravansms.FreePort;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.broker.Broker;
import org.caravansms.config.BrokerSettings;
import org.caravansms.gateway.GatewayWithSmsc;
import org.caravansms.jms.PackedMessages;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The broker as it ships, open to other programs: anna may send, bela receive, cili both, dora neither; their password is
 * {@link #PASSWORD}.
 */
final class BrokerWithClients implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    static final String PASSWORD = "right";
    static final String SUBMIT = "sms.submit";
    static final int KILOBYTES = 64;

    private final int port = FreePort.next();
    private final int diskPercent;
    private final String shipped = users("anna=send", "bela=receive", "cili=send,receive", "dora=");
    private volatile Users users;
    private Path data;
    private Broker broker;
    private ClientAccess access;
    private JMSContext own;

    BrokerWithClients() {
        this(100);
    }

    /** @param diskPercent how full the disk may be */
    BrokerWithClients(int diskPercent) {
        this.diskPercent = diskPercent;
    }

    private static String users(String... rights) {
        String hash = Password.hash(PASSWORD)
                .with(BcryptFunction.getInstance(Bcrypt.B, 4))
                .getResult();
        StringBuilder lines = new StringBuilder();
        for (String each : rights) {
            String[] right = each.split("=", 2);
            lines.append(right[0] + ".password=" + hash + "\n");
            lines.append(right[1].isEmpty() ? "" : right[0] + ".queue=" + right[1] + "\n");
        }
        return lines.toString();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        GatewayWithSmsc.end();
        data = Files.createTempDirectory("caravan");
        users = Users.of("users.properties", shipped);
        start();
    }

    private void start() throws IOException {
        broker = new Broker(configuration(), data);
        BrokerSettings settings = new BrokerSettings("127.0.0.1:" + port, "AMQP,STOMP,CORE", false, KILOBYTES, 50, 1);
        access = new ClientAccess(
                settings, null, "sms.events", () -> users, new Authenticate(() -> users, 64), broker.disk());
        broker.access(access);
        broker.start();
        access.open();
        own = Broker.connectionFactory(-1).createContext();
    }

    private Path configuration() throws IOException {
        String shippedXml = Files.readString(Path.of("config/broker.xml"));
        String xml = shippedXml.replace("<max-disk-usage>95<", "<max-disk-usage>" + diskPercent + "<");
        assertNotEquals(shippedXml, xml);
        return Files.writeString(data.resolve("broker.xml"), xml);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        users = Users.of("users.properties", shipped);
        try (var consumer = own.createConsumer(own.createQueue(SUBMIT))) {
            while (consumer.receiveNoWait() != null) {
                // a test begins with an empty queue
            }
        }
    }

    /** With what is on its disk. */
    void restart() throws IOException {
        stop();
        start();
    }

    /** With a copy of its disk instead. */
    void restart(Path copy) throws IOException {
        stop();
        FileUtil.removeDir(data.toFile());
        data = copy;
        start();
    }

    /** @return what a kill would leave now */
    Path copyOfDisk() throws IOException {
        Path folder = Files.createTempDirectory("caravan");
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(data.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return folder;
    }

    private void stop() {
        own.close();
        access.close();
        broker.stop();
    }

    /** @return how many files have what waits on queues and takes no memory */
    long pages() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("paging"))) {
            return files.filter(file -> file.toString().endsWith(".page")).count();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
        FileUtil.removeDir(data.toFile());
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    Broker broker() {
        return broker;
    }

    /** @return the connection of the gateway itself */
    JMSContext own() {
        return own;
    }

    /** Takes a right away from a user, or the user. */
    void change(String... rights) {
        users = Users.of("users.properties", users(rights));
    }

    /** JMS over AMQP, as other programs use it. */
    ConnectionFactory amqp(String user) {
        return amqp(user, PASSWORD);
    }

    ConnectionFactory amqp(String user, String password) {
        return new JmsConnectionFactory(user, password, "amqp://127.0.0.1:" + port + "?jms.connectTimeout=20000");
    }

    /** JMS over Artemis's own protocol. */
    ActiveMQConnectionFactory core(String user) {
        return core(user, PASSWORD);
    }

    ActiveMQConnectionFactory core(String user, String password) {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?callTimeout=20000", user, password);
    }

    /** Takes what waits on a queue, and opens its envelopes. */
    List<Message> takeAll(String queue) throws JMSException {
        List<Message> all = new ArrayList<>();
        try (Connection connection = Broker.connectionFactory(-1).createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            for (Message each = consumer.receive(2000); each != null; each = consumer.receive(2000)) {
                all.addAll(
                        each.propertyExists("SmsRequests")
                                ? PackedMessages.unpack(each, "SmsRequests", session)
                                : List.of(each));
            }
        }
        return all;
    }

    /** The texts of what waits for the gateway, which is taken. */
    List<String> requests() throws JMSException {
        List<String> texts = new ArrayList<>();
        for (Message each : takeAll(SUBMIT)) {
            texts.add(each.getBody(String.class));
        }
        return texts;
    }

    /** What the gateway would read. */
    List<Message> submitted() {
        try (QueueBrowser browser = own.createBrowser(own.createQueue(SUBMIT))) {
            return new ArrayList<>(Collections.list(messages(browser)));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static java.util.Enumeration<Message> messages(QueueBrowser browser) throws JMSException {
        return browser.getEnumeration();
    }
}
