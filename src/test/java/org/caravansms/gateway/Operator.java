package org.caravansms.gateway;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.caravansms.operator.OperatorClient;

/** An operator at the socket of a running gateway. */
final class Operator {

    /** What a command's program would print, and end with. */
    record Answered(int exitCode, String text) {}

    private final Path data;

    /** @param data the gateway's data directory */
    Operator(Path data) {
        this.data = data;
    }

    Answered ask(String... words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintWriter out = new PrintWriter(printed, true, StandardCharsets.UTF_8);
        int exitCode = new OperatorClient(data.resolve("caravan.sock"), out, out).ask(List.of(words));
        return new Answered(exitCode, printed.toString(StandardCharsets.UTF_8));
    }
}
