package bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.apache.commons.io.FileUtils;

/** The gateway under measurement: a process of its own with an empty queue and its SMSCs. */
record BenchGateway(BenchProcess process, int httpPort, int queuePort) implements AutoCloseable {
    /** The sample login of the distribution. */
    static final String USER = "admin";

    static final String PASSWORD = "abc123";
    private static final String JAVA_OPTS = "JAVA_OPTS";
    private static final int START_SECONDS = 60;
    private static final int STORE_SECONDS = 300;
    private static final String UNKNOWN = "<errorcode>27</errorcode>";

    /**
     * @param smscPorts of the providers: the first is the sandbox, which the distribution has already
     * @param receipts which of them are asked for: final or none
     */
    static BenchGateway start(List<Integer> smscPorts, int window, String receipts) throws IOException {
        int http = BenchProcess.freePort();
        int queue = BenchProcess.freePort();
        Map<String, String> settings = settings();
        settings.put("SMS_HTTP_PORT", Integer.toString(http));
        settings.put("SMS_BROKER_LISTEN", "127.0.0.1:" + queue);
        settings.put(JAVA_OPTS, providers(smscPorts, window, receipts));
        BenchGateway gateway = new BenchGateway(BenchProcess.start("gateway", settings, "run"), http, queue);
        gateway.process.await(START_SECONDS, gateway::isStoreUpToDate);
        return gateway;
    }

    private static Map<String, String> settings() throws IOException {
        Path data = BenchProcess.FOLDER.resolve("data");
        FileUtils.deleteDirectory(data.toFile());
        Map<String, String> settings = new HashMap<>();
        settings.put("SMS_HTTP_HOST", "127.0.0.1");
        settings.put("SMS_HTTPS_ENABLED", "false");
        settings.put("SMS_DATA_DIR", data.toString());
        settings.put("SMS_API_USERS_FILE", users().toString());
        settings.put("SMS_CALLBACK_HOSTS", "127.0.0.1");
        settings.put("SMS_CALLBACK_PRIVATE_NETWORKS", "true");
        settings.put("SMS_CALLBACK_CONNECTIONS", "16");
        settings.put("SMS_SIMULATOR_ENABLED", "false");
        // each start is like the other
        settings.put("CARAVAN_CACHE", "off");
        return settings;
    }

    /** The sample user may send to the queue, which it may not in the distribution. */
    private static Path users() throws IOException {
        String shipped = Files.readString(BenchProcess.HOME.resolve("config/users.properties"));
        return Files.writeString(
                BenchProcess.FOLDER.resolve("users.properties"), shipped + "\n" + USER + ".queue=send\n");
    }

    private static String providers(List<Integer> ports, int window, String receipts) {
        StringJoiner options = new StringJoiner(" ");
        options.add(Objects.requireNonNullElse(System.getenv(JAVA_OPTS), ""));
        for (int i = 0; i < ports.size(); i++) {
            String block = "-Dsms.provider." + (i == 0 ? "sandbox" : "p" + (i + 1)) + ".";
            options.add(block + "host=127.0.0.1").add(block + "port=" + ports.get(i));
            options.add(block + "window=" + window).add(block + "receipts=" + receipts);
            options.add(block + "system-id=bench").add(block + "password=bench");
        }
        return options.toString();
    }

    /** @return when the store knew of all that was published when this was called, in microseconds */
    long awaitStore() {
        process.await(STORE_SECONDS, this::isStoreUpToDate);
        return Clock.micros();
    }

    /** That there is no such message is only said by a store that is not behind. */
    private boolean isStoreUpToDate() {
        String question = "http://127.0.0.1:" + httpPort + "/api?action=getmessagebyid&messageid=none&username=" + USER
                + "&password=" + PASSWORD;
        try (InputStream answer = URI.create(question).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8).contains(UNKNOWN);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
