package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The listeners of a gateway for producers of {@code sms.submit} and for programs that bind over SMPP.
 *
 * @param port 0: there is none
 * @param smppPort the same
 */
record BenchBroker(int port, int smppPort) {
    static final BenchBroker NONE = new BenchBroker(0, 0);
    private static final int BINDS = 20;

    static BenchBroker of(List<BenchApi> apis) throws IOException {
        return new BenchBroker(
                apis.stream().anyMatch(BenchApi::isQueue) ? Place.freePort() : 0,
                apis.contains(BenchApi.SMPP) ? Place.freePort() : 0);
    }

    String address() {
        return "amqp://127.0.0.1:" + port;
    }

    /** The sample user may send, and bind often, which it may not in the distribution. */
    void addTo(Map<String, String> settings) throws IOException {
        if (port + smppPort > 0) {
            Path users = Place.FOLDER.resolve("users.properties");
            String shipped = Files.readString(Place.HOME.resolve("config/users.properties"));
            String may = "\n%1$s.queue=send\n%1$s.smpp-binds=%2$d\n%1$s.smpp-window=1000\n";
            Files.writeString(users, shipped + may.formatted(BenchGateway.USER, BINDS));
            settings.put("SMS_API_USERS_FILE", users.toString());
        }
        if (port > 0) {
            settings.put("SMS_BROKER_LISTEN", "127.0.0.1:" + port);
        }
        if (smppPort > 0) {
            settings.put("SMS_SMPP_SERVER_ENABLED", "true");
            settings.put("SMS_SMPP_SERVER_PORT", Integer.toString(smppPort));
        }
    }
}
