package org.caravansms.operator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One command and its answer. A client that writes too slowly or too much, or does not read, is disconnected. */
final class OperatorConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorConnection.class);
    private static final int LONGEST_LINE = 1_048_576;
    private static final long READ_SECONDS = 5;
    private static final long WRITE_SECONDS = 30;
    private static final long BEAT_MILLIS = 500;

    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(run -> new Thread(run, "operator-watch"));
    private final ExecutorService commands = Executors.newCachedThreadPool(run -> new Thread(run, "operator-command"));
    private final BiFunction<String, Consumer<String>, Reply> command;

    OperatorConnection(BiFunction<String, Consumer<String>, Reply> command) {
        this.command = command;
    }

    void hold(SocketChannel client) {
        try (client) {
            write(client, answer(client));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A conversation ended early: {}", e.toString());
        }
    }

    private void write(SocketChannel client, String text) throws IOException {
        ScheduledFuture<?> cut = cutAfter(client, WRITE_SECONDS);
        Channels.newOutputStream(client).write(text.getBytes(StandardCharsets.UTF_8));
        cut.cancel(false);
    }

    private String answer(SocketChannel client) throws IOException, InterruptedException {
        ScheduledFuture<?> cut = cutAfter(client, READ_SECONDS);
        byte[] line = line(client);
        cut.cancel(false);
        if (line == null) {
            return new Reply(Reply.WRONG, List.of("A command is a line of at most " + LONGEST_LINE + " octets"))
                    .text(false);
        }
        String words = new String(line, StandardCharsets.UTF_8);
        return run(words, client).text(List.of(words.split(" ")).contains(Reply.JSON));
    }

    /** A client waits while an empty line comes now and then, or a line about the progress, behind a blank. */
    private Reply run(String words, SocketChannel client) throws IOException, InterruptedException {
        Queue<String> progress = new ConcurrentLinkedQueue<>();
        Future<Reply> reply = commands.submit(() -> command.apply(words, progress::add));
        while (true) {
            try {
                return reply.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                String line = progress.poll();
                write(client, line == null ? "\n" : " " + line.replace('\n', ' ') + "\n");
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** @return the line, or null without a line end: half a command may mean another one */
    private static byte[] line(SocketChannel client) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(client));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && line.size() <= LONGEST_LINE; octet = in.read()) {
            if (octet == '\n') {
                return line.toByteArray();
            }
            line.write(octet);
        }
        return null;
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
        commands.shutdown();
    }
}
