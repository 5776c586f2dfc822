package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs of other languages, with what their own libraries make of a request and of its answer. */
class ClientsTest {

    @RegisterExtension
    static final TestApi api = new TestApi();

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

    @ParameterizedTest
    @CsvSource({
        "python3, library.py, 'python library: now,python library: one\ntwo,python library: order,python library: order'",
        "java, Library.java, 'java library: greatest,java library: one,java library: order,java library: order'",
        "php, library.php, 'php library: one\ntwo + three,php library: order,php library: order'"
    })
    void librariesOfTheVendorShouldSendWithTheirDefaults(String interpreter, String script, String texts)
            throws Exception {
        run(interpreter, script);
        assertEquals(texts, String.join(",", api.texts(texts.split(",").length)));
    }

    @Test
    void libraryForNodeShouldSendReceiveAndDelete() throws Exception {
        api.smsc().deliver(InboundSms.text("+36201234567", "1234", "for Node"));
        await().until(() -> api.ask("action=receivemessage").text().contains("for Node"));
        run("node", "library.mjs");
        assertEquals(List.of("node library: now", "node library: order", "node library: order"), api.texts(3));
        assertEquals(
                List.of("36201111111", "36201234567", "36202222222"),
                api.arrived(3).stream()
                        .map(submit -> submit.destination().addr())
                        .sorted()
                        .toList());
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

    static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
