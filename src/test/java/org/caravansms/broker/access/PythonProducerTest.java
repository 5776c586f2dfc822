package org.caravansms.broker.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.jms.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A producer in Python, with Debian's python3-qpid-proton. */
class PythonProducerTest {

    private static final int RUBBISH = 1000;

    /** Debian's, which has Debian's libraries. */
    private static final String PYTHON = "/usr/bin/python3";

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients();

    @Test
    void protonShouldSendAndBeRefusedElsewhere() throws Exception {
        assumeTrue(System.getenv("CI") != null || Files.isExecutable(Path.of(PYTHON)));
        assumeTrue(System.getenv("CI") != null || run("-c", "import proton").exitValue() == 0);
        Process client = run("src/test/clients/proton_producer.py", "127.0.0.1:" + broker.port(), "anna", "right");
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, client.exitValue(), said);
        for (String reason : List.of("map refused", "gzip refused", "more than 64 kB", "AMQ229032")) {
            assertTrue(said.contains(reason), said);
        }
        List<Message> submitted = broker.submitted();
        assertEquals(RUBBISH + 2, submitted.size());
        assertEquals(
                "{\"to\":\"+36201234567\",\"text\":\"proton: Árvíz\"}",
                submitted.get(0).getBody(String.class));
        assertEquals("order-1", submitted.get(0).getJMSCorrelationID());
        for (Message message : submitted) {
            assertEquals("anna", message.getStringProperty("SmsUser"));
        }
    }

    private static Process run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        return process;
    }
}
