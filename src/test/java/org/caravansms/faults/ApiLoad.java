package org.caravansms.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A few connections that post batches of random sizes, one at a time on each, until they are told to stop. */
final class ApiLoad implements AutoCloseable {
    private static final int CONNECTIONS = 3;
    private static final int LARGEST_BATCH = 100;
    /** Makes somewhat more messages a second than the SMSC takes: a kill finds some waiting in the queue. */
    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final ScheduledExecutorService posters = Executors.newScheduledThreadPool(CONNECTIONS);
    private final NumberedMessages messages = new NumberedMessages();
    private final AtomicInteger answered = new AtomicInteger();
    private final SendMessages gateway;
    private final SentJournal journal;
    private final int most;

    ApiLoad(SendMessages gateway, SentJournal journal, int most) {
        this.gateway = gateway;
        this.journal = journal;
        this.most = most;
    }

    ApiLoad start(long seed) {
        for (int i = 0; i < CONNECTIONS; i++) {
            Random random = new Random(seed + i);
            posters.submit(() -> postNext(random));
        }
        return this;
    }

    /** Requests that were answered so far. */
    int answered() {
        return answered.get();
    }

    private void postNext(Random random) {
        if (messages.count() < most) {
            post(messages.next(1 + random.nextInt(LARGEST_BATCH), random), random);
        }
    }

    private void post(List<SentMessage> batch, Random random) {
        int pause = random.nextInt(LONGEST_PAUSE_MILLIS);
        try {
            record(gateway.post(batch));
            later(() -> postNext(random), pause);
        } catch (ConnectException e) {
            later(() -> post(batch, random), pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(List<SentMessage> batch) {
        try {
            journal.add(batch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (batch.get(0).answer() != SentMessage.Answer.UNKNOWN) {
            answered.incrementAndGet();
        }
    }

    private void later(Runnable step, int millis) {
        if (!posters.isShutdown()) {
            posters.schedule(step, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets the requests that are under way end; a batch that never reached the gateway is forgotten. */
    @Override
    public void close() throws InterruptedException {
        posters.shutdown();
        if (!posters.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a request has had no answer for 60 s");
        }
    }
}
