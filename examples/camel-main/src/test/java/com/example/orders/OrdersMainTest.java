package com.example.orders;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.caravansms.testkit.CaravanProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The program beside a gateway: orders become messages; reports, events and what people send become files. */
class OrdersMainTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    static final CaravanProcess gateway =
            CaravanProcess.of(Path.of(System.getProperty("caravan.home"))).withInbound("77", "Stop {n}");

    /** How many events the step append-event fails with. */
    private static final AtomicInteger toFail = new AtomicInteger();

    private static final InterceptStrategy FAILURES = (camel, step, target, next) -> exchange -> {
        if (step.getId().equals("append-event") && toFail.getAndDecrement() > 0) {
            throw new IOException("the disk is full");
        }
        target.process(exchange);
    };

    private Main program;

    @BeforeEach
    void start() {
        program = OrdersMain.program();
        program.bind("failures", FAILURES);
        program.addOverrideProperty("caravan.broker", gateway.broker());
        program.addOverrideProperty("caravan.password", CaravanProcess.PASSWORD);
        program.addOverrideProperty("orders.dir", folder.toString());
        program.start();
        // its subscriptions exist
        written("stops", "Stop");
    }

    @AfterEach
    void stop() {
        program.stop();
    }

    @Test
    void orderShouldBeSentAndItsDeliveryBeRead() throws Exception {
        write("shipped", order("shipped"));
        assertTrue(written("reports", "\"accepted\":1").contains("\"code\":0"));
        assertEquals(List.of("accepted", "submitted", "delivered"), types(written("events", "\"shipped\"", "delivered\"")));
        assertTrue(gateway.receivedBySmsc().stream().anyMatch(pdu -> pdu.contains("\"text\":\"Order shipped\"")));
    }

    @Test
    void refusalShouldNameTheKey() throws Exception {
        write("misspelt", "{\"too\":\"+36201234567\",\"text\":\"Your order is on its way\"}");
        written("reports", "\"code\"", "too is");
    }

    @Test
    void eventsShouldBeGivenAgainAfterAFailure() throws Exception {
        toFail.set(2);
        write("failing", order("failing"));
        assertEquals(List.of("accepted", "submitted", "delivered"), types(written("events", "\"failing\"", "delivered\"")));
        assertTrue(toFail.get() < 0, "it failed twice");
    }

    @Test
    void whatComesWhileTheProgramIsStoppedShouldBeReadAtItsStart() throws Exception {
        stop();
        int last = stops().last();
        int sent = gateway.receivedBySmsc().size();
        submit(order("meanwhile"));
        await().until(() -> gateway.receivedBySmsc().size() > sent);
        start();
        assertEquals(List.of("accepted", "submitted", "delivered"), types(written("events", "\"meanwhile\"", "delivered\"")));
        await().until(() -> stops().last() > last + 4);
        assertEquals(IntStream.rangeClosed(stops().first(), last + 4).boxed().toList(), List.copyOf(stops().headSet(last + 5)));
    }

    private static void submit(String order) {
        JmsConnectionFactory broker =
                new JmsConnectionFactory(CaravanProcess.USER, CaravanProcess.PASSWORD, gateway.broker());
        try (JMSContext context = broker.createContext()) {
            context.createProducer().send(context.createQueue("sms.submit"), order);
        }
    }

    private static String order(String id) {
        return "{\"id\":\"%1$s\",\"to\":\"+36201234567\",\"text\":\"Order %1$s\"}".formatted(id);
    }

    private static void write(String name, String json) throws IOException {
        Path written = Files.writeString(folder.resolve(name + ".json"), json);
        Files.move(written, Files.createDirectories(folder.resolve("orders")).resolve(name + ".json"));
    }

    /** @return the file of the folder that has the texts */
    private static String written(String name, String... texts) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> files(name).stream()
                .filter(file -> Stream.of(texts).allMatch(file::contains))
                .findFirst()
                .orElse(null), file -> file != null);
    }

    private static Collection<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(Files.createDirectories(folder.resolve(name)))) {
            return files.map(OrdersMainTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> types(String events) {
        return events.lines().map(event -> event.replaceFirst(".*\"type\":\"([a-z]+)\".*", "$1")).toList();
    }

    /** @return the numbers of the messages that people sent */
    private static TreeSet<Integer> stops() throws IOException {
        TreeSet<Integer> numbers = new TreeSet<>();
        Files.readString(folder.resolve("stops/stops.jsonl"))
                .lines()
                .map(stop -> stop.replaceFirst(".*\"text\":\"Stop ([0-9]+)\".*", "$1"))
                .forEach(number -> numbers.add(Integer.valueOf(number)));
        return numbers;
    }
}
