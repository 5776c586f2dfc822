package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.awaitility.core.ThrowingRunnable;
import org.caravansms.FreePort;

/** The distribution, started by its own program with its own jars. */
final class ShippedGateway implements AutoCloseable {

    static final Path HOME =
            Path.of(System.getProperty("caravan.home", "target/caravan")).toAbsolutePath();

    /** A team's command that asks a queue, and the route that answers it. */
    private static final String TEAM_ROUTES = """
            - route:
                id: operator-ask
                from:
                  uri: direct:operator-ask
                  steps:
                    - setBody: { simple: "${body[0]}" }
                    - to: { uri: "jms:team.questions", parameters: { exchangePattern: InOut } }
            - route:
                id: team-answers
                from:
                  uri: jms:team.questions
                  steps:
                    - setBody: { simple: "${body} is answered" }
            """;

    private final Path installation;
    private final Path log;
    private final int httpsPort;
    private final HttpClient client;
    private final Process process;

    private ShippedGateway(Path folder, Map<String, String> environment) throws Exception {
        httpsPort = FreePort.next();
        installation = install(folder.resolve("an installation"));
        log = folder.resolve("log");
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TlsTest.TrustAll()}, null);
        client = HttpClient.newBuilder().sslContext(trusting).build();
        environment.put("SMS_HTTPS_PORT", Integer.toString(httpsPort));
        process = program(environment, log, "run").start();
        await().atMost(Duration.ofSeconds(90)).until(() -> !process.isAlive() || text().contains("Operator  "));
        assertTrue(process.isAlive(), this::text);
    }

    static ShippedGateway start(Path folder, int smscPort, int callbackPort, Map<String, String> store)
            throws Exception {
        Map<String, String> environment = new HashMap<>(store);
        environment.put("SMS_HTTP_ENABLED", "false");
        environment.put("SMS_SIMULATOR_ENABLED", "false");
        environment.put("SMS_PROVIDER_SANDBOX_PORT", Integer.toString(smscPort));
        environment.put("SMS_CALLBACK_HOSTS", "127.0.0.1:" + callbackPort);
        environment.put("SMS_CALLBACK_PRIVATE_NETWORKS", "true");
        environment.put("SMS_ROUTING_DEFAULT_COUNTRY", "HU");
        // what the test waits for comes from the store, and tests keep the machine busy
        environment.put("SMS_STORE_BACKPRESSURE_MILLIS", "0");
        return new ShippedGateway(folder, environment);
    }

    static void soon(ThrowingRunnable claim) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(claim);
    }

    /** Posts a form over HTTPS, after the login of the sample user. */
    String ask(String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + httpsPort + "/api"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=abc123&" + form))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** @return what a command of {@code bin/caravan} printed */
    String command(String... words) throws Exception {
        Path output = log.resolveSibling("output");
        Process command = program(Map.of(), output, words).start();
        assertTrue(command.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, command.exitValue(), Files.readString(output));
        return Files.readString(output);
    }

    private ProcessBuilder program(Map<String, String> environment, Path output, String... words) {
        String program = installation.resolve("bin/caravan").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(program), Stream.of(words)).toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private String text() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Path install(Path installation) throws IOException {
        Files.createDirectory(installation);
        for (String part : List.of("bin", "config", "routes")) {
            try (Stream<Path> files = Files.walk(HOME.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, installation.resolve(HOME.relativize(file)));
                }
            }
        }
        Files.writeString(installation.resolve("routes/team.camel.yaml"), TEAM_ROUTES);
        Files.createSymbolicLink(installation.resolve("lib"), HOME.resolve("lib"));
        return installation;
    }

    /** The link goes too: the libraries must outlive the test's folder. */
    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
        Files.delete(installation.resolve("lib"));
    }
}
