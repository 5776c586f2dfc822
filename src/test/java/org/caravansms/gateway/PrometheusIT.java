package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.core.ThrowingRunnable;
import org.caravansms.FreePort;
import org.caravansms.simulator.ResponseFate;
import org.caravansms.simulator.SubmitAnswer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board and the alerts that ship, in a real Prometheus: under load, and when the SMSC goes away. */
class PrometheusIT {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Set<String> WITHOUT_SMSC = Set.of(
            "CaravanProviderNotBound",
            "CaravanNoProviderBound",
            "CaravanMessagesWait",
            "CaravanDoubtGrows",
            "CaravanDiskFills");
    private static final Path SHIPPED = Path.of("deploy").toAbsolutePath();
    private static final Path PICTURE = Path.of("target/board.png");
    private static final Path RESULTS = Path.of("target/board-queries.txt");

    @TempDir
    Path folder;

    private final int observed = FreePort.next();

    @BeforeAll
    static void require() {
        PrometheusServer.require();
    }

    @Test
    void rulesShouldPassPromtool() throws Exception {
        promtool("check", "config", "prometheus.yml");
        promtool("check", "rules", "alerts.yml");
        promtool("test", "rules", "alerts.test.yml");
    }

    @Test
    void boardShouldHaveDataUnderLoadAndAlertsFireWhenTheSmscGoesAway() throws Throwable {
        AtomicBoolean silent = new AtomicBoolean();
        try (TestSmsc smsc = answering(silent);
                ReceivedCallbacks callbacks = ReceivedCallbacks.start();
                ShippedGateway gateway = ShippedGateway.start(folder, smsc.port(), callbacks.port(), settings());
                PrometheusServer prometheus = new PrometheusServer(folder.resolve("prometheus"), observed)) {
            Instant begun = Instant.now();
            await().atMost(LONG).pollInterval(POLL).untilAsserted(() -> {
                send(gateway, callbacks.port());
                assertEquals(Map.of(), withoutData(prometheus));
            });
            Files.write(RESULTS, results(prometheus));
            // the copy of its rule always fires
            await().atMost(LONG)
                    .pollInterval(POLL)
                    .untilAsserted(() -> assertEquals(Set.of("CaravanDiskFills"), prometheus.firing()));
            closeWithMessagesUnderWay(smsc, silent, () -> send(gateway, callbacks.port()));
            Set<String> fired = new TreeSet<>();
            await().atMost(LONG).pollInterval(POLL).untilAsserted(() -> {
                send(gateway, callbacks.port());
                fired.addAll(prometheus.firing());
                assertTrue(fired.containsAll(WITHOUT_SMSC), fired::toString);
            });
            BoardPicture.draw(
                    prometheus, SHIPPED.resolve("grafana/caravan.json"), begun, folder.resolve("profile"), PICTURE);
            assertTrue(Files.size(PICTURE) > 0);
        }
    }

    private static TestSmsc answering(AtomicBoolean silent) throws IOException {
        return TestSmsc.with(options -> options.withLatencyMillis(200).withAnswers(sms -> SubmitAnswer.ok()
                .withFate(silent.get() ? ResponseFate.LOST : ResponseFate.LEAVES)));
    }

    /** What the SMSC has and did not answer is in doubt. */
    private static void closeWithMessagesUnderWay(TestSmsc smsc, AtomicBoolean silent, ThrowingRunnable send)
            throws Throwable {
        silent.set(true);
        int before = smsc.received().size();
        send.run();
        await().atMost(LONG).until(() -> smsc.received().size() > before);
        smsc.close();
    }

    private Map<String, String> settings() {
        return Map.of(
                "SMS_OBSERVE_PORT", Integer.toString(observed),
                "SMS_PROVIDER_SANDBOX_IN_DOUBT", "hold",
                "SMS_PROVIDER_SANDBOX_RECONNECT_MAX_MILLIS", "1000");
    }

    private static void send(ShippedGateway gateway, int callbackPort) throws Exception {
        StringBuilder form = new StringBuilder(
                "action=sendmessage&messagecount=20&reporturl=http%3A%2F%2F127.0.0.1%3A" + callbackPort + "%2Freport");
        for (int i = 0; i < 20; i++) {
            String recipient = i == 0 ? "nobody" : "%2B3620123456" + i % 10;
            form.append("&recipient" + i + "=" + recipient + "&messagedata" + i + "=Hello");
        }
        assertTrue(gateway.ask(form.toString()).contains("Message accepted for delivery"));
    }

    /** @return by its panel each query that gives nothing, or no number */
    private static Map<String, String> withoutData(PrometheusServer prometheus) throws Exception {
        Map<String, String> without = new TreeMap<>();
        for (Map.Entry<String, String> query : queries().entrySet()) {
            List<String> values = prometheus.query(query.getValue());
            if (values.isEmpty() || values.contains("NaN")) {
                without.put(query.getKey(), query.getValue());
            }
        }
        return without;
    }

    private static List<String> results(PrometheusServer prometheus) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> query : queries().entrySet()) {
            lines.add(query.getKey() + ": " + query.getValue() + " -> " + prometheus.query(query.getValue()));
        }
        return lines;
    }

    /** @return the queries of the board by their panels */
    private static Map<String, String> queries() throws IOException {
        JsonNode board = new JsonMapper()
                .readTree(SHIPPED.resolve("grafana/caravan.json").toFile());
        Map<String, String> queries = new HashMap<>();
        board.at("/panels").forEach(panel -> panel.at("/targets")
                .forEach(target -> queries.put(
                        panel.at("/title").asText() + " " + target.at("/refId").asText(),
                        target.at("/expr").asText())));
        assertFalse(queries.isEmpty());
        return new TreeMap<>(queries);
    }

    private static void promtool(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(SHIPPED.resolve("prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
    }
}
