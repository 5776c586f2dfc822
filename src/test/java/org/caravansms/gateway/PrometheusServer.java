package org.caravansms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Debian's Prometheus with the configuration of {@code deploy/prometheus}, which scrapes a gateway each second. */
public final class PrometheusServer implements AutoCloseable {

    private static final Path SHIPPED = Path.of("deploy/prometheus");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = FreePort.next();
    private final Process process;

    /**
     * A copy of the rules has other times and thresholds: a test cannot wait for minutes, and its disk is not full.
     *
     * @param observed the port of the gateway's metrics
     */
    PrometheusServer(Path folder, int observed) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("prometheus.yml"),
                shipped("prometheus.yml").replace("15s", "1s").replace("9876", Integer.toString(observed)));
        Files.writeString(
                folder.resolve("alerts.yml"),
                shipped("alerts.yml")
                        .replaceAll("for: [0-9]+[mh]", "for: 0s")
                        .replace("> 300", "> 10")
                        .replace("[15m]", "[30s]")
                        .replace("limit_ratio - 0.1", "limit_ratio - 1"));
        process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    private static String shipped(String file) throws IOException {
        return Files.readString(SHIPPED.resolve(file));
    }

    /** Where they are not installed the test is skipped, but with {@code CI} set it fails. */
    public static void require() {
        boolean isThere =
                Files.isExecutable(Path.of("/usr/bin/prometheus")) && Files.isExecutable(Path.of("/usr/bin/promtool"));
        String missing = "The test of Prometheus needs Debian's package prometheus";
        if (System.getenv("CI") != null) {
            Assertions.assertTrue(isThere, missing);
        }
        Assumptions.assumeTrue(isThere, missing);
    }

    /** @return the values of the series, none while it cannot be asked */
    List<String> query(String expression) throws Exception {
        return StreamSupport.stream(result(expression).spliterator(), false)
                .map(series -> series.at("/value/1").asText())
                .toList();
    }

    /** @return the names of the alerts that fire now */
    Set<String> firing() throws Exception {
        return StreamSupport.stream(result("ALERTS{alertstate=\"firing\"}").spliterator(), false)
                .map(series -> series.at("/metric/alertname").asText())
                .collect(Collectors.toSet());
    }

    /** @return each series from a time until now, in steps of a second */
    JsonNode range(String expression, Instant from) throws Exception {
        return ask("query_range", expression, "&step=1&start=" + from + "&end=" + Instant.now());
    }

    private JsonNode result(String expression) throws Exception {
        return ask("query", expression, "");
    }

    private JsonNode ask(String what, String expression, String more) throws Exception {
        String query = "/api/v1/" + what + "?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8) + more;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + query))
                .build();
        try {
            String answer =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(answer).at("/data/result");
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
