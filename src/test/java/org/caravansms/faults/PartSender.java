package org.caravansms.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;

/** A program whose user has the parts of long messages joined. Of each message it submits the last part much later. */
final class PartSender {

    /** What its name is in the users' file. */
    static final String USER = "parts";

    private static final int UDHI = 0x40;
    private static final List<String> TEXTS = List.of(" is the beginning,", " the middle,", " and the end");

    private final int port;
    private int messages;

    PartSender(int port) {
        this.port = port;
    }

    /** @return whether the gateway answers a bind: it may listen for SMPP after it does for HTTP */
    boolean canBind() {
        try (WireClient client = bound()) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first two parts of another message. Both are answered when it returns. */
    void begin() throws IOException {
        messages++;
        submit(messages, 2);
        submit(messages, 1);
    }

    /** The last part of each message. */
    void end() throws IOException {
        for (int message = 1; message <= messages; message++) {
            submit(message, TEXTS.size());
        }
    }

    private void submit(int message, int part) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(new byte[] {5, 0, 3, (byte) message, (byte) TEXTS.size(), (byte) part});
        octets.writeBytes(text(message, part).getBytes(StandardCharsets.US_ASCII));
        try (WireClient client = bound()) {
            int status = client.ask(WirePdu.submitSm(2, UDHI, 0, octets.toByteArray()))
                    .commandStatus();
            assertEquals(0, status);
        }
    }

    private WireClient bound() throws IOException {
        return WireClient.bound(port, WirePdu.BIND_TRANSMITTER, USER, "abc123");
    }

    private static String text(int message, int part) {
        return (part == 1 ? "p-" + message : "") + TEXTS.get(part - 1);
    }

    boolean isOwn(Arrived arrived) {
        return arrived.text().contains(TEXTS.get(0))
                || arrived.text().contains(TEXTS.get(1))
                || arrived.text().contains(TEXTS.get(2));
    }

    /** @return each message as one text */
    List<String> texts() {
        return IntStream.rangeClosed(1, messages)
                .mapToObj(message -> text(message, 1) + text(message, 2) + text(message, 3))
                .sorted()
                .toList();
    }
}
