package org.caravansms.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.util.FileUtil;
import org.caravansms.broker.Broker;
import org.caravansms.gateway.GatewayWithSmsc;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The broker as it ships, one for a test class, its journal in a folder of its own; a queue and a Camel for each test. */
final class EmbeddedBroker implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final int THREADS = 12;

    private Path data;
    private Broker broker;
    private JMSContext client;
    private DefaultCamelContext camel;
    private ProducerTemplate sender;
    private String queue;

    @Override
    public void beforeAll(ExtensionContext testClass) throws IOException {
        data = Files.createTempDirectory("caravan");
        GatewayWithSmsc.end();
        broker = new Broker(Path.of("config/broker.xml"), data);
        broker.start();
        // a browser whose window is full may end before the queue does
        client = Broker.connectionFactory(-1).createContext();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        queue = "sms." + test.getRequiredTestMethod().getName();
        camel = new DefaultCamelContext();
        camel.addComponent(
                "jms-batch",
                QueueClient.batches(
                        connectionFactory(),
                        broker.queues()::hold,
                        broker.disk()::hasRoomToSettle,
                        queue -> false,
                        EventsInFull.NEVER));
        camel.start();
        sender = camel.createProducerTemplate();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        camel.stop();
    }

    @Override
    public void afterAll(ExtensionContext testClass) {
        client.close();
        broker.stop();
        FileUtil.removeDir(data.toFile());
    }

    static ConnectionFactory connectionFactory() {
        return Broker.connectionFactory(64 * 1024);
    }

    /** @return the queue of the running test */
    String queue() {
        return queue;
    }

    DefaultCamelContext camel() {
        return camel;
    }

    ProducerTemplate sender() {
        return sender;
    }

    JMSContext client() {
        return client;
    }

    void put(List<String> texts) {
        texts.forEach(text -> put(client.createTextMessage(text)));
    }

    void put(Message message) {
        client.createProducer().send(client.createQueue(queue), message);
    }

    /** Starts a route that reads the queue. */
    void receive(String options, Processor processor) throws Exception {
        receiveFrom(queue, options, processor);
    }

    void receiveFrom(String queues, String options, Processor processor) throws Exception {
        String uri = "jms-batch:" + queues + "?" + options;
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                RouteDefinition route = from(uri).routeId("receive").errorHandler(noErrorHandler());
                // a window's consumer waits for no route: the test's steps may block
                if (options.contains("window")) {
                    route.threads(THREADS, THREADS).process(processor);
                } else {
                    route.process(processor);
                }
            }
        });
    }

    /** @return the texts of what lies on the queue, without what a consumer holds and what waits for its time */
    List<String> texts() throws JMSException {
        return texts(queue);
    }

    List<String> texts(String name) throws JMSException {
        List<String> texts = new ArrayList<>();
        for (Message message : browse(name)) {
            texts.add(message.getBody(String.class));
        }
        return texts;
    }

    List<Message> browse(String name) throws JMSException {
        List<Message> messages = new ArrayList<>();
        try (QueueBrowser browser = client.createBrowser(client.createQueue(name))) {
            for (Enumeration<?> rest = browser.getEnumeration(); rest.hasMoreElements(); ) {
                messages.add((Message) rest.nextElement());
            }
        } catch (InvalidDestinationException | InvalidDestinationRuntimeException e) {
            // nobody has written there yet, so that the queue does not exist
            return messages;
        }
        return messages;
    }
}
