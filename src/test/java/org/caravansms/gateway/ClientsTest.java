package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caravansms.simulator.InboundSms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs of other languages, with what their own libraries make of a request and of its answer. */
class ClientsTest {

    @RegisterExtension
    static final Api api = new Api();

    @Test
    void curlShouldSendByGetFormAndJson() throws Exception {
        assumeTrue(isOnPath("curl"));
        run("sh", "curl.sh");
        assertEquals(List.of("curl GET: é & =", "curl JSON: Ж", "curl form: 100 %", "curl form: €"), api.texts(4));
    }

    @Test
    void pythonShouldSendByFormAndJson() throws Exception {
        run("python3", "urllib_client.py");
        assertEquals(List.of("python JSON: Ж", "python form: <b> & é", "python html"), api.texts(3));
    }

    @Test
    void nodeShouldSendByFormAndJson() throws Exception {
        run("node", "node.mjs");
        assertEquals(List.of("node JSON: \uD83D\uDC2A", "node form: é & +"), api.texts(2));
    }

    @Test
    void pythonShouldSendAskReceiveMarkAndDelete() throws Exception {
        for (String text : List.of("to mark", "to delete", "to leave")) {
            api.smsc().deliver(InboundSms.text("+36201234567", "1234", text));
        }
        run("python3", "folders.py");
    }

    /** Skips the test where there is no such interpreter. */
    private static void run(String interpreter, String script) throws IOException, InterruptedException {
        assumeTrue(isOnPath(interpreter));
        Path file = Path.of("src/test/clients", script);
        Process process = new ProcessBuilder(
                        interpreter, file.toString(), "http://127.0.0.1:" + api.port(), "admin", "abc123")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
        assertEquals(0, process.exitValue(), said);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
