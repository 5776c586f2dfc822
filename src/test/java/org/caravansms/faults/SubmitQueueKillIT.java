package org.caravansms.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gateway dies between taking requests from {@code sms.submit} and the commit. Each request that was put there is
 * sent, and sent once. No SMSC is there until the end, so that no duplicate has another cause.
 */
class SubmitQueueKillIT {

    private static final Pattern PUT = Pattern.compile("put (\\d+)");

    /** A producer inside the gateway, which logs each request that is on the queue. */
    private static final String PRODUCER = """
            - route:
                id: producer
                autoStartup: "{{env:CARAVAN_TEST_PRODUCER:false}}"
                from:
                  uri: timer:producer
                  parameters: { repeatCount: 1, delay: 3000 }
                  steps:
                    - loop:
                        constant: "3000"
                        steps:
                          - setBody:
                              simple: '{"to":"36201234567","text":"${exchangeProperty.CamelLoopIndex}"}'
                          - to: "jms:sms.submit"
                          - log: "put ${exchangeProperty.CamelLoopIndex}"
            """;

    @TempDir
    static Path folder;

    private final List<ServerProcess> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (ServerProcess process : processes) {
            process.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            read and not accepted      | ref: readSend
            accepted and not committed | ref: submitReplies
            """)
    void requestThatIsOnTheQueueShouldBeSentOnce(String point, String behind) throws Exception {
        Path place = Files.createDirectories(folder.resolve(point.replace(' ', '-')));
        Site site = Site.in(place);
        Path home = HaltingHome.in(place, "sms-submit", behind);
        Files.writeString(home.resolve("routes/producer.camel.yaml"), PRODUCER);
        ServerProcess dying = start(site, home, "true", 200);
        await(point).atMost(Duration.ofSeconds(60)).until(() -> !dying.isAlive());
        start(site, home, "false", 0);
        processes.add(site.startSimulator(0));
        Set<Integer> put = put(place);
        await(point)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> new TreeSet<>(sent(site)).containsAll(put));
        List<Integer> sent = sent(site);
        System.out.println("submit queue kill test: " + point + ": put " + put.size() + ", sent " + sent.size());
        assertTrue(put.size() > 100, "too few were put there to show anything");
        assertEquals(sent.size(), new TreeSet<>(sent).size(), "some came twice");
    }

    private ServerProcess start(Site site, Path home, String producer, int haltAt) throws IOException {
        ServerProcess gateway = site.startGateway(
                home,
                20,
                "JAVA_OPTS",
                ServerProcess.JAVA_OPTS + " -Dcaravan.halt-at=" + haltAt,
                "CARAVAN_TEST_PRODUCER",
                producer,
                "SMS_PROVIDER_SANDBOX_RECONNECT_MILLIS",
                "100");
        processes.add(gateway);
        return gateway;
    }

    private static Set<Integer> put(Path place) throws IOException {
        return PUT.matcher(Files.readString(place.resolve("gateway.log")))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> sent(Site site) {
        try {
            return site.smscJournal().read().stream()
                    .map(arrived -> Integer.valueOf(arrived.text()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
