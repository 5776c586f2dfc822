package org.caravansms.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.awaitility.Awaitility;
import org.caravansms.FreePort;
import org.caravansms.Gateway;
import org.caravansms.config.Settings;

/** The gateway as it ships, in this process: its own routes and configuration, on ports and a data directory of a test's. */
final class RunningGateway implements AutoCloseable {

    /** Among the names and values: it starts without what is missing of its data. */
    static final String ACCEPT_LOSS = "--accept-loss";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port = FreePort.next();
    private final int smppPort = FreePort.next();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Gateway gateway;
    private final Thread thread;
    private volatile Exception failure;

    private RunningGateway(Path home, Path file, Map<String, String> environment, StandInStore standIn)
            throws IOException {
        GatewayWithSmsc.end();
        environment.put("SMS_HTTP_PORT", Integer.toString(port));
        environment.putIfAbsent("SMS_SMPP_SERVER_ENABLED", "true");
        environment.put("SMS_SMPP_SERVER_PORT", Integer.toString(smppPort));
        Properties system = new Properties();
        environment.keySet().stream()
                .filter(key -> key.startsWith("sms."))
                .forEach(key -> system.setProperty(key, environment.get(key)));
        Settings settings = Settings.read(file, environment::get, system);
        gateway = new Gateway(home, home, settings, environment.containsKey(ACCEPT_LOSS));
        if (standIn != null) {
            gateway.addMainListener(standIn);
        }
        gateway.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport main) {
                started.countDown();
            }
        });
        thread = new Thread(this::run, "gateway");
        thread.start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> started.getCount() == 0 || !thread.isAlive());
        if (!thread.isAlive()) {
            throw new IllegalStateException("The gateway did not start", failure);
        }
    }

    /**
     * @param smscPort where the SMSC is, or will be
     * @param more names and values by turns: environment variables, and {@code sms.…} as they stand in the file
     */
    static RunningGateway start(Path data, int smscPort, String... more) throws IOException {
        return start(Path.of("config/application.properties"), data, smscPort, more);
    }

    /** @param store answers in place of the gateway's own; null for that */
    static RunningGateway start(Path data, int smscPort, StandInStore store, String... more) throws IOException {
        return start(Path.of("config/application.properties"), data, smscPort, store, more);
    }

    /** @param file the settings, with what Camel itself needs of those that ship */
    static RunningGateway start(Path file, Path data, int smscPort, String... more) throws IOException {
        return start(file, data, smscPort, null, more);
    }

    /** @param home an installation, as {@link Installation} makes them; its data are in {@code data} */
    static RunningGateway startAt(Path home, int smscPort, String... more) throws IOException {
        return start(home, home.resolve("config/application.properties"), home.resolve("data"), smscPort, null, more);
    }

    private static RunningGateway start(Path file, Path data, int smscPort, StandInStore store, String... more)
            throws IOException {
        return start(Path.of("").toAbsolutePath(), file, data, smscPort, store, more);
    }

    private static RunningGateway start(
            Path home, Path file, Path data, int smscPort, StandInStore store, String... more) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("SMS_DATA_DIR", data.toString());
        environment.put("SMS_HTTPS_ENABLED", "false");
        environment.put("SMS_SIMULATOR_ENABLED", "false");
        environment.put("SMS_OBSERVE_ENABLED", "false");
        environment.put("SMS_PROVIDER_SANDBOX_PORT", Integer.toString(smscPort));
        environment.put("SMS_PROVIDER_SANDBOX_RECONNECT_MILLIS", "100");
        environment.put("SMS_PROVIDER_SANDBOX_RECONNECT_MAX_MILLIS", "1000");
        // what a test is about may come from the store, and tests keep the machine busy
        environment.put("SMS_STORE_BACKPRESSURE_MILLIS", "0");
        environment.put("SMS_DISPATCH_REQUEUE_MILLIS", "20");
        environment.put("SMS_DISPATCH_RETRY_DELAY_MILLIS", "50");
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return new RunningGateway(home, file.toAbsolutePath(), environment, store);
    }

    int port() {
        return port;
    }

    int smppPort() {
        return smppPort;
    }

    CamelContext camel() {
        return gateway.getCamelContext();
    }

    /** Posts a form after the login of the sample user. */
    String send(String form, String... headers) {
        return post("action=sendmessage&username=admin&password=abc123&" + form, headers);
    }

    String post(String form, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return answer(headers.length == 0 ? request : request.headers(headers));
    }

    String postJson(String query, String json) {
        return answer(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api?" + query))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    String get(String query) {
        return answer(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api?" + query)));
    }

    private static String answer(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run() {
        try {
            gateway.run();
        } catch (Exception e) {
            failure = e;
            gateway.completed();
        }
    }

    /** Stops it as a SIGTERM would: what is under way is brought to its end. */
    @Override
    public void close() throws InterruptedException {
        gateway.completed();
        thread.join();
    }
}
