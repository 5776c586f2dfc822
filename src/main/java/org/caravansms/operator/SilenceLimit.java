package org.caravansms.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Closes a connection on which nothing comes for a while, so that who reads it stops. */
final class SilenceLimit implements AutoCloseable {

    /** With the start of the program some two seconds. A gateway at work on a command says so more often. */
    private static final long MILLIS = 1200;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "silence");
        thread.setDaemon(true);
        return thread;
    });
    private final SocketChannel connection;
    private ScheduledFuture<?> end;

    SilenceLimit(SocketChannel connection) {
        this.connection = connection;
        renew();
    }

    /** Something came. */
    void renew() {
        if (end != null) {
            end.cancel(false);
        }
        end = clock.schedule(this::cut, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void cut() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
