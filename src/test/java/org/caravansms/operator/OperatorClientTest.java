package org.caravansms.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command prints and ends with: where a gateway is long at work, and as JSON. */
class OperatorClientTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("caravan.sock");
    }

    @Test
    void longCommandShouldBeWaitedForAndItsProgressShown() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (OperatorSocket socket = new OperatorSocket(file, (line, progress) -> {
            progress.accept("5 wait");
            await(end);
            return new Reply(Reply.DONE, List.of("none waits"));
        })) {
            assertEquals(Reply.DONE, ask("drain"));
            assertEquals("5 wait\n", err.toString());
            assertEquals("none waits\n", out.toString());
        }
    }

    /** Longer than a client waits for a gateway that is silent. */
    private static void await(CountDownLatch end) {
        try {
            end.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void documentShouldBeOneAndWithoutWhatSteersATerminal() throws Exception {
        Table table = new Table("since", "smscId=SMSC'S ID", "perSecond");
        table.add(Instant.EPOCH, null, 2.5).add(Instant.EPOCH, "\u001b[2J\u202e", 3);
        try (OperatorSocket socket = new OperatorSocket(file, (line, progress) -> Reply.of("rows", table))) {
            assertEquals(Reply.DONE, ask("list", "--json"));
            String first = "{'since':'1970-01-01T00:00:00Z','smscId':null,'perSecond':2.5}";
            String second = "{'since':'1970-01-01T00:00:00Z','smscId':'\\u001B[2J\\u202e','perSecond':3}";
            assertEquals(("{'rows':[" + first + "," + second + "]}\n").replace('\'', '"'), out.toString());
            assertEquals(Reply.DONE, ask("list"));
            assertTrue(out.toString().contains("SINCE                 SMSC'S ID  PER SECOND\n"), out::toString);
            assertTrue(out.toString().contains("1970-01-01T00:00:00Z  -          2.5\n"), out::toString);
        }
    }

    @Test
    void failureShouldBeADocumentToo() throws Exception {
        try (OperatorSocket socket =
                new OperatorSocket(file, (line, progress) -> new Reply(Reply.WRONG, List.of("no", "way")))) {
            assertEquals(Reply.WRONG, ask("list", "--json"));
            assertEquals("{\"error\":\"no\\nway\"}\n", out.toString());
        }
        assertEquals("", err.toString());
    }

    private int ask(String... words) {
        return new OperatorClient(file, new PrintWriter(out, true), new PrintWriter(err, true)).ask(List.of(words));
    }
}
