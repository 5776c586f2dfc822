package org.caravansms.operator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One command and its answer. A client that writes too slowly or too much, or does not read, is disconnected. */
final class OperatorConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorConnection.class);
    private static final int LONGEST_LINE = 1_048_576;
    private static final long READ_SECONDS = 5;
    private static final long WRITE_SECONDS = 30;

    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "operator-watch"));
    private final UnaryOperator<String> command;

    OperatorConnection(UnaryOperator<String> command) {
        this.command = command;
    }

    void hold(SocketChannel client) {
        try (client) {
            String answer = answer(client);
            ScheduledFuture<?> cut = cutAfter(client, WRITE_SECONDS);
            write(client, answer);
            cut.cancel(false);
        } catch (IOException | RuntimeException e) {
            LOG.debug("A conversation ended early: {}", e.toString());
        }
    }

    private String answer(SocketChannel client) throws IOException {
        ScheduledFuture<?> cut = cutAfter(client, READ_SECONDS);
        byte[] line = line(client);
        cut.cancel(false);
        return line == null
                ? new Reply(Reply.WRONG, List.of("A command is a line of at most " + LONGEST_LINE + " octets")).text()
                : command.apply(new String(line, StandardCharsets.UTF_8));
    }

    /** @return what stands before the line's end, or null where it has none: half a command may mean something else */
    private static byte[] line(SocketChannel client) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer octets = ByteBuffer.allocate(4096);
        while (line.size() <= LONGEST_LINE && client.read(octets.clear()) >= 0) {
            octets.flip();
            while (octets.hasRemaining()) {
                byte octet = octets.get();
                if (octet == '\n') {
                    return line.toByteArray();
                }
                line.write(octet);
            }
        }
        return null;
    }

    private static void write(SocketChannel client, String answer) throws IOException {
        ByteBuffer octets = StandardCharsets.UTF_8.encode(answer);
        while (octets.hasRemaining()) {
            client.write(octets);
        }
    }

    private ScheduledFuture<?> cutAfter(SocketChannel client, long seconds) {
        return watch.schedule(() -> close(client), seconds, TimeUnit.SECONDS);
    }

    private static void close(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed: {}", e.toString());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
