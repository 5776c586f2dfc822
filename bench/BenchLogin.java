package bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The sample login of the distribution. */
final class BenchLogin {
    static final String USER = "admin";
    static final String PASSWORD = "abc123";

    private BenchLogin() {}

    static String basic() {
        byte[] pair = (USER + ":" + PASSWORD).getBytes(StandardCharsets.US_ASCII);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
