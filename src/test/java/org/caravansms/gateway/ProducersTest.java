package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.caravansms.FreePort;
import org.caravansms.broker.Broker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs in other languages at the gateway's broker: those of {@code docs/broker.md}, and what they are refused. */
class ProducersTest {

    private static final int PORT = FreePort.next();
    private static final int RUBBISH = Integer.getInteger("caravan.rubbish", 1000);
    private static final List<String> KINDS = List.of("rubbish ", "{\"to\":\"x\",\"text\":\"t\"} ", "[", "\0", "{}");
    private static final String SUBMIT = "sms.submit";

    /** Debian's, which has Debian's libraries. */
    private static final String PYTHON = "/usr/bin/python3";

    /** Around a program in Java. */
    private static final String JAVA = """
            import jakarta.jms.*;
            import org.apache.qpid.jms.JmsConnectionFactory;

            class Program {
                public static void main(String[] arguments) throws Exception {
                    %s
                }
            }
            """;

    @TempDir
    Path folder;

    @RegisterExtension
    static final TestApi api =
            new TestApi("SMS_BROKER_LISTEN", "127.0.0.1:" + PORT, "SMS_API_USERS_FILE", users().toString());

    private static Path users() {
        try {
            String shipped = Files.readString(Path.of("config/users.properties"));
            Path file = Files.createTempFile("caravan", ".properties");
            file.toFile().deleteOnExit();
            return Files.writeString(file, shipped + "\nadmin.queue=send,receive\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rheaShouldSendReadReportsAndEventsAndBeRefusedElsewhere() throws Exception {
        String said = run(node(Path.of("src/test/node/rhea_producer.js")));
        refused(said, "map", "neither text nor bytes");
        refused(said, "gzip", "must not be compressed");
        refused(said, "property", "cAMELHttpUri is reserved");
        refused(said, "reply address", "none of its user's own");
        refused(said, "10 MB", "more than 256 kB");
        for (String what : List.of("other queue", "management", "receiver", "events of all")) {
            refused(said, what, "AMQ229");
        }
        refused(said, "wrong password", "");
        assertEquals(List.of("rhea: bytes", "rhea: Árvíz"), api.texts(2));
    }

    @Test
    void stompitShouldSendReadReportsAndEventsAndBeRefusedElsewhere() throws Exception {
        String said = run(node(Path.of("src/test/node/stompit_producer.js")));
        refused(said, "10 MB", "more than 128 kB");
        // stompit shows the broker's own words, and StompTest has the reasons
        for (String what : List.of(
                "property", "gzip", "reply address", "other queue", "management", "receiver", "events of all")) {
            refused(said, what, "AMQ");
        }
        refused(said, "wrong password", "");
        assertEquals(List.of("stompit: Árvíz"), api.texts(1));
    }

    /** Each program asks for a report and prints it. */
    @ParameterizedTest
    @CsvSource({"python, 0", "js, 0", "js, 1", "java, 0"})
    void programOfThePageShouldPrintItsReport(String language, int number) throws Exception {
        Path file = Files.writeString(folder.resolve("program." + language), program(language, number));
        String said = run(
                switch (language) {
                    case "python" -> python(file);
                    case "java" -> new ProcessBuilder("java", "-cp", System.getProperty("java.class.path"), "" + file);
                    default -> node(file);
                });
        assertTrue(said.contains("\"accepted\":1"), said);
        assertEquals(List.of("Hello"), api.texts(1));
    }

    /** {@code mvn test -Dtest=ProducersTest -Dcaravan.rubbish=100000} puts more of it there. */
    @Test
    void rubbishShouldBeDeadLettersAndStopNobody() throws Exception {
        long begun = System.nanoTime();
        List<String> good = new ArrayList<>();
        try (JMSContext context = connect()) {
            for (int i = 1; i <= RUBBISH; i++) {
                context.createProducer().send(context.createQueue(SUBMIT), KINDS.get(i % KINDS.size()) + i);
                if (i % 100 == 0) {
                    context.commit();
                }
                if (i % (RUBBISH / 10) == 0) {
                    api.send("recipient=%2B36201234567&messagedata=behind+" + i);
                    good.add("behind " + i);
                }
            }
            context.commit();
        }
        assertEquals(good.stream().sorted().toList(), api.texts(good.size()));
        assertEquals(RUBBISH, deadLetters());
        System.out.printf(
                "%d messages of rubbish: dead letters after %d ms; the heap is %d MiB at most%n",
                RUBBISH,
                (System.nanoTime() - begun) / 1_000_000,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    @Test
    void requestsOfATransactionShouldEachHaveTheirReportOrDeadLetter() throws Exception {
        try (JMSContext context = connect()) {
            Queue submit = context.createQueue(SUBMIT);
            Queue reports = context.createTemporaryQueue();
            context.createProducer().send(submit, "{\"to\":\"111\",\"text\":\"first\"}");
            context.createProducer()
                    .setJMSReplyTo(reports)
                    .setJMSCorrelationID("c-1")
                    .send(submit, "{\"to\":\"111\",\"text\":\"second\"}");
            context.createProducer().setProperty("orderNumber", 7).send(submit, "rubbish");
            context.commit();
            Message report = context.createConsumer(reports).receive(30_000);
            assertEquals("c-1", report.getJMSCorrelationID());
            assertTrue(report.getBody(String.class).contains("\"accepted\":1"));
        }
        assertEquals(List.of("first", "second"), api.texts(2));
        try (JMSContext own = Broker.connectionFactory(0).createContext();
                JMSConsumer dead = own.createConsumer(own.createQueue(SUBMIT + ".dead"))) {
            Message rubbish = dead.receive(30_000);
            assertEquals("rubbish", rubbish.getBody(String.class));
            assertEquals(7, rubbish.getIntProperty("orderNumber"));
            assertNotNull(rubbish.getStringProperty("SmsReason"));
        }
    }

    private static JMSContext connect() {
        return new JmsConnectionFactory("admin", "abc123", "amqp://127.0.0.1:" + PORT)
                .createContext(JMSContext.SESSION_TRANSACTED);
    }

    /** Takes them. */
    private static int deadLetters() throws JMSException {
        try (JMSContext own = Broker.connectionFactory(0).createContext();
                JMSConsumer dead = own.createConsumer(own.createQueue(SUBMIT + ".dead"))) {
            int count = 0;
            for (Message each = dead.receive(60_000); each != null; each = dead.receive(count < RUBBISH ? 60_000 : 1)) {
                assertNotNull(each.getStringProperty("SmsReason"));
                count++;
            }
            return count;
        }
    }

    private static String program(String language, int number) throws IOException {
        List<String> all = Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(Path.of("docs/broker.md")))
                .results()
                .map(found -> found.group(1).replace("5672", "" + PORT))
                .map(found -> found.replace("acme", "admin").replace("secret", "abc123"))
                .toList();
        return language.equals("java") ? JAVA.formatted(all.get(number)) : all.get(number);
    }

    private static ProcessBuilder python(Path file) throws IOException, InterruptedException {
        boolean isThere =
                new ProcessBuilder(PYTHON, "-c", "import proton").start().waitFor() == 0;
        assumeTrue(isThere || System.getenv("CI") != null, "There is no python3-qpid-proton");
        return new ProcessBuilder(PYTHON, "" + file);
    }

    private static void refused(String said, String what, String reason) {
        assertTrue(
                Pattern.compile(Pattern.quote(what) + " refused: .*" + Pattern.quote(reason))
                        .matcher(said)
                        .find(),
                said);
    }

    private static ProcessBuilder node(Path script) throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder("node", "" + script, "" + PORT, "admin", "abc123");
        node.environment().put("NODE_PATH", NodeModules.installed().toString());
        return node;
    }

    private static String run(ProcessBuilder program) throws IOException, InterruptedException {
        Path file = Files.createTempFile("caravan", ".log");
        Process process =
                program.redirectErrorStream(true).redirectOutput(file.toFile()).start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(file);
        Files.delete(file);
        assertTrue(ended && process.exitValue() == 0, said);
        return said;
    }
}
