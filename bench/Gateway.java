package bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URL;
import java.util.Map;

/** The gateway under measurement: a process of its own with an empty queue and one SMSC. */
record Gateway(Child process, int port) implements AutoCloseable {
    static Gateway start(int smscPort, int window) throws IOException {
        int port = Place.freePort();
        Child process = Child.start("gateway", Place.FOLDER, settings(port, smscPort, window), Place.command("run"));
        return new Gateway(process.awaitReady(() -> answers(port)), port);
    }

    private static Map<String, String> settings(int port, int smscPort, int window) throws IOException {
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        return Map.of(
                "SMS_HTTP_HOST", loopback,
                "SMS_HTTP_PORT", Integer.toString(port),
                "SMS_HTTPS_ENABLED", "false",
                "SMS_DATA_DIR", Place.emptyFolder("data").toString(),
                "SMS_SIMULATOR_ENABLED", "false",
                "SMS_PROVIDER_SANDBOX_HOST", loopback,
                "SMS_PROVIDER_SANDBOX_PORT", Integer.toString(smscPort),
                "SMS_PROVIDER_SANDBOX_WINDOW", Integer.toString(window));
    }

    /** Any answer will do: an unknown action gets an error envelope. */
    private static boolean answers(int port) {
        try {
            URL url = new URL("http", InetAddress.getLoopbackAddress().getHostAddress(), port, "/api?action=nothing");
            return ((HttpURLConnection) url.openConnection()).getResponseCode() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
