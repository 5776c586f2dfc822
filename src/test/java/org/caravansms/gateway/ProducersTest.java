package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.caravansms.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs in other languages at the gateway's broker: those of {@code docs/broker.md}, and what they are refused. */
class ProducersTest {

    private static final int PORT = FreePort.next();

    @RegisterExtension
    static final TestApi api =
            new TestApi("SMS_BROKER_LISTEN", "127.0.0.1:" + PORT, "SMS_API_USERS_FILE", users().toString());

    private static Path users() {
        try {
            String shipped = Files.readString(Path.of("config/users.properties"));
            Path file = Files.createTempFile("caravan", ".properties");
            file.toFile().deleteOnExit();
            return Files.writeString(file, shipped + "\nadmin.queue=send,receive\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void rheaShouldSendReadReportsAndEventsAndBeRefusedElsewhere() throws Exception {
        String said = node("rhea_producer.js");
        refused(said, "map", "neither text nor bytes");
        refused(said, "gzip", "must not be compressed");
        refused(said, "property", "cAMELHttpUri is reserved");
        refused(said, "reply address", "none of its user's own");
        refused(said, "10 MB", "more than 256 kB");
        for (String what : List.of("other queue", "management", "receiver", "events of all")) {
            refused(said, what, "AMQ229");
        }
        refused(said, "wrong password", "");
        assertEquals(List.of("rhea: bytes", "rhea: Árvíz"), api.texts(2));
    }

    @Test
    void stompitShouldSendReadReportsAndEventsAndBeRefusedElsewhere() throws Exception {
        String said = node("stompit_producer.js");
        refused(said, "property", "CamelFileName is reserved");
        refused(said, "gzip", "must not be compressed");
        refused(said, "reply address", "none of its user's own");
        refused(said, "10 MB", "more than 128 kB");
        for (String what : List.of("other queue", "management", "receiver", "events of all")) {
            refused(said, what, "AMQ");
        }
        refused(said, "wrong password", "");
        assertEquals(List.of("stompit: Árvíz"), api.texts(1));
    }

    private static void refused(String said, String what, String reason) {
        assertTrue(
                Pattern.compile(Pattern.quote(what) + " refused: .*" + Pattern.quote(reason))
                        .matcher(said)
                        .find(),
                said);
    }

    private static String node(String script) throws Exception {
        ProcessBuilder node = new ProcessBuilder("node", "src/test/node/" + script, "" + PORT, "admin", "abc123");
        node.environment().put("NODE_PATH", NodeModules.installed().toString());
        return run(node);
    }

    private static String run(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), said);
        assertEquals(0, process.exitValue(), said);
        return said;
    }
}
