package org.caravansms.deadletter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.caravansms.broker.Broker;
import org.caravansms.gateway.GatewayWithSmsc;
import org.caravansms.message.LateAnswers;
import org.caravansms.queue.MessageJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages out of the flow that are so many that the broker keeps them on disk, where a selecting consumer finds nothing. */
class DeadLettersOnDiskTest {

    private static final DeadLetterQueues QUEUES =
            new DeadLetterQueues("sms.outbound", "sms.outbound.dead", "sms.outbound.doubt", null, "sms.submit");
    private static final int COUNT = 10_000;

    @TempDir
    Path folder;

    private Broker broker;
    private DeadLetters dead;

    @BeforeEach
    void bury() throws Exception {
        GatewayWithSmsc.end();
        broker = new Broker(withLittleMemory(), folder.resolve("data"));
        broker.start();
        dead = new DeadLetters(
                Broker.connectionFactory(-1),
                QUEUES.dead(),
                QUEUES,
                new MessageJson("sms.client-ids"),
                new LateAnswers(),
                broker.queues()::count);
        putAll();
        assertTrue(isOnDisk(), "the test is about another queue");
    }

    @AfterEach
    void stop() {
        broker.stop();
    }

    @Test
    void listShouldSeeTheLastOfThem() throws Exception {
        List<DeadLetter> list = dead.list(COUNT + 1, DeadLetterFilter.ALL);
        assertEquals(COUNT, dead.count());
        assertEquals(keys(0, 1), sorted(list));
    }

    @Test
    void lastOneShouldBeFoundAndTheOthersKept() throws Exception {
        String last = "id-" + (COUNT - 1);
        DeadLetterResult outcome =
                dead.drop(new DeadLetterSelection(Set.of(last, "nobody"), DeadLetterFilter.ALL, false));
        assertEquals(new DeadLetterResult(1, 0, Map.of(), List.of("nobody"), outcome.chosen()), outcome);
        List<DeadLetter> rest = dead.list(COUNT, DeadLetterFilter.ALL);
        assertEquals(COUNT - 1, rest.size());
        assertEquals(COUNT - 1, rest.stream().map(DeadLetter::key).distinct().count());
        assertTrue(rest.stream().noneMatch(message -> message.key().equals(last)));
    }

    @Test
    void everySecondOneShouldBeQueuedAgainAndTheOthersKept() throws Exception {
        assertEquals(
                COUNT / 2,
                dead.resend(new DeadLetterSelection(Set.of(), new DeadLetterFilter("odd", "", null), false))
                        .done());
        assertEquals(keys(0, 2), sorted(dead.list(COUNT, DeadLetterFilter.ALL)));
        DeadLetters sent = new DeadLetters(
                Broker.connectionFactory(-1),
                QUEUES.outbound(),
                QUEUES,
                new MessageJson("x"),
                new LateAnswers(),
                broker.queues()::count);
        assertEquals(keys(1, 2), sorted(sent.list(COUNT, DeadLetterFilter.ALL)));
    }

    private static List<String> keys(int first, int step) {
        return Stream.iterate(first, i -> i < COUNT, i -> i + step)
                .map(i -> String.format("id-%04d", i))
                .toList();
    }

    private static List<String> sorted(List<DeadLetter> list) {
        return list.stream().map(DeadLetter::key).sorted().toList();
    }

    private void putAll() throws JMSException {
        try (Connection connection = Broker.connectionFactory(-1).createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(QUEUES.dead()))) {
            for (int i = 0; i < COUNT; i++) {
                Message message = session.createTextMessage("x".repeat(1000));
                message.setStringProperty("SmsId", String.format("id-%04d", i));
                message.setStringProperty("SmsReason", i % 2 == 0 ? "even" : "odd");
                producer.send(message, 2, 4 + i % 3, 0);
                if (i % 1000 == 999) {
                    session.commit();
                }
            }
        }
    }

    private Path withLittleMemory() throws IOException {
        String shipped = Files.readString(Path.of("config/broker.xml"));
        String little = shipped.replaceAll(
                "<global-max-size-percent.*</global-max-size-percent.*>", "<global-max-size>1000000</global-max-size>");
        return Files.writeString(folder.resolve("broker.xml"), little);
    }

    private boolean isOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/paging"))) {
            return files.anyMatch(file -> file.toString().endsWith(".page"));
        }
    }
}
