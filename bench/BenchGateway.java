package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** The gateway under measurement: a process of its own with an empty queue and its SMSCs. */
record BenchGateway(Child process, int port, BenchBroker broker) implements AutoCloseable {
    /** The sample login of the distribution. */
    static final String USER = "admin";

    static final String PASSWORD = "abc123";
    private static final String LOOPBACK = InetAddress.getLoopbackAddress().getHostAddress();
    private static final String JAVA_OPTS = "JAVA_OPTS";
    private static final long STORE_MICROS = 300_000_000;
    private static final String UNKNOWN = "<errorcode>27</errorcode>";

    /**
     * @param smscPorts of the providers: the first is the sandbox, which the distribution has already
     * @param receipts which of them are asked for: final or none
     */
    static BenchGateway start(List<Integer> smscPorts, int window, String receipts) throws IOException {
        return start(smscPorts, window, receipts, BenchBroker.NONE);
    }

    static BenchGateway start(List<Integer> smscPorts, int window, String receipts, BenchBroker broker)
            throws IOException {
        int port = Place.freePort();
        Map<String, String> settings = settings(port);
        settings.put("SMS_CALLBACK_HOSTS", LOOPBACK);
        settings.put("SMS_CALLBACK_PRIVATE_NETWORKS", "true");
        settings.put("SMS_CALLBACK_CONNECTIONS", "16");
        broker.addTo(settings);
        settings.put(JAVA_OPTS, providers(smscPorts, window, receipts));
        Child process = Child.start("gateway", Place.FOLDER, settings, Place.command("run"));
        return new BenchGateway(process.awaitReady(() -> answers(port)), port, broker);
    }

    private static Map<String, String> settings(int port) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put("SMS_HTTP_HOST", LOOPBACK);
        settings.put("SMS_HTTP_PORT", Integer.toString(port));
        settings.put("SMS_HTTPS_ENABLED", "false");
        settings.put("SMS_DATA_DIR", Place.emptyFolder("data").toString());
        // each start is like the other
        settings.put("CARAVAN_CACHE", "off");
        settings.put("SMS_SIMULATOR_ENABLED", "false");
        return settings;
    }

    private static String providers(List<Integer> ports, int window, String receipts) {
        StringJoiner options = new StringJoiner(" ");
        options.add(Objects.requireNonNullElse(System.getenv(JAVA_OPTS), ""));
        for (int i = 0; i < ports.size(); i++) {
            String block = "-Dsms.provider." + (i == 0 ? "sandbox" : "p" + (i + 1)) + ".";
            options.add(block + "host=" + LOOPBACK).add(block + "port=" + ports.get(i));
            options.add(block + "window=" + window).add(block + "receipts=" + receipts);
            options.add(block + "system-id=bench").add(block + "password=bench");
        }
        return options.toString();
    }

    /** Any answer will do: an unknown action gets an error envelope. */
    private static boolean answers(int port) {
        try {
            URL url = new URL("http", LOOPBACK, port, "/api?action=nothing");
            return ((HttpURLConnection) url.openConnection()).getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return when the store knew of all that was published when this was called */
    long awaitStore() throws IOException {
        long begun = Clock.micros();
        while (isStoreBehind()) {
            if (Clock.micros() - begun > STORE_MICROS) {
                throw new IllegalStateException("the store has been behind for " + STORE_MICROS / 1_000_000 + " s");
            }
            Clock.pause(20);
        }
        return Clock.micros();
    }

    /** That there is no such message is only said by a store that is not behind. */
    private boolean isStoreBehind() throws IOException {
        String question = "/api?action=getmessagebyid&messageid=none&username=" + USER + "&password=" + PASSWORD;
        HttpURLConnection connection =
                (HttpURLConnection) new URL("http", LOOPBACK, port, question).openConnection();
        try (InputStream answer = connection.getInputStream()) {
            return !new String(answer.readAllBytes(), StandardCharsets.UTF_8).contains(UNKNOWN);
        }
    }

    /** @return JMS messages that wait for a subscription, not a number where there is none */
    double eventsWaiting(String subscription) throws IOException {
        ProcessBuilder list = new ProcessBuilder(Place.command("events", "list"));
        list.environment().put("SMS_DATA_DIR", Place.FOLDER.resolve("data").toString());
        try (BufferedReader lines = list.start().inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                    .filter(line -> line.startsWith(subscription + " "))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll(".* ", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
