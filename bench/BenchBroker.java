package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The listener of a gateway for producers of {@code sms.submit}.
 *
 * @param port 0: there is none
 */
record BenchBroker(int port) {
    static final BenchBroker NONE = new BenchBroker(0);

    static BenchBroker of(List<BenchApi> apis) throws IOException {
        return apis.stream().anyMatch(BenchApi::isQueue) ? new BenchBroker(Place.freePort()) : NONE;
    }

    String address() {
        return "amqp://127.0.0.1:" + port;
    }

    /** The sample user may send, which it may not in the distribution. */
    void addTo(Map<String, String> settings) throws IOException {
        if (port > 0) {
            Path users = Place.FOLDER.resolve("users.properties");
            String shipped = Files.readString(Place.HOME.resolve("config/users.properties"));
            Files.writeString(users, shipped + "\n" + BenchGateway.USER + ".queue=send\n");
            settings.put("SMS_API_USERS_FILE", users.toString());
            settings.put("SMS_BROKER_LISTEN", "127.0.0.1:" + port);
        }
    }
}
