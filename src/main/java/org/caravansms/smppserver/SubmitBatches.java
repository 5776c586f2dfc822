package org.caravansms.smppserver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.caravansms.smpp.SmppPdu;

/**
 * Passes what clients submit to the route in batches, on threads of its own, and each answer to its client. A batch has
 * all that came meanwhile: it is large under load, and a lone submit_sm does not wait. What waits is bounded by the
 * windows of the clients.
 */
final class SubmitBatches {

    /** On the exchange of each submit_sm: the {@link SmppPdu} itself, also when a step replaces the body. */
    static final String REQUEST = "SmppRequest";

    private static final long DRAIN_SECONDS = 60;
    private static final long LOOK_MILLIS = 200;

    private final BlockingQueue<ReceivedSubmit> waiting = new LinkedBlockingQueue<>();
    private final SmppServerConsumer consumer;
    private final int size;
    private final int count;
    private ExecutorService threads;
    private volatile boolean stopped;

    SubmitBatches(SmppServerConsumer consumer, int size, int count) {
        this.consumer = consumer;
        this.size = size;
        this.count = count;
    }

    void start(ExecutorService with) {
        threads = with;
        IntStream.range(0, count).forEach(i -> with.execute(this::run));
    }

    void add(ReceivedSubmit submit) {
        waiting.add(submit);
    }

    private void run() {
        try {
            while (!stopped || !waiting.isEmpty()) {
                ReceivedSubmit first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    processAllWith(first);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread goes on, whatever happens to a batch. */
    private void processAllWith(ReceivedSubmit first) {
        try {
            process(batch(first));
        } catch (RuntimeException e) {
            report("Messages of SMPP clients are not answered", e);
        }
    }

    /** A submit_multi is many messages. */
    private List<ReceivedSubmit> batch(ReceivedSubmit first) {
        List<ReceivedSubmit> batch = new ArrayList<>();
        int messages = 0;
        for (ReceivedSubmit next = first; next != null; next = messages < size ? waiting.poll() : null) {
            batch.add(next);
            messages += next.messages();
        }
        return batch;
    }

    private void process(List<ReceivedSubmit> batch) {
        List<Exchange> exchanges =
                batch.stream().map(submit -> submit.exchange(consumer)).toList();
        Exchange all = consumer.createExchange(false);
        all.getMessage().setBody(exchanges);
        try {
            consumer.createUoW(all);
            consumer.getProcessor().process(all);
        } catch (Exception e) {
            all.setException(e);
        } finally {
            consumer.doneUoW(all);
        }
        if (all.getException() != null) {
            report("Messages of SMPP clients were not accepted", all.getException());
        }
        answer(batch, exchanges);
    }

    /** Those of a batch leave together. */
    private void answer(List<ReceivedSubmit> batch, List<Exchange> exchanges) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).answer(exchanges.get(i).getMessage().getBody(), consumer);
        }
        batch.stream().map(ReceivedSubmit::session).distinct().forEach(ClientSession::flush);
    }

    private void report(String what, Throwable why) {
        consumer.getExceptionHandler().handleException(what, why);
    }

    /** Returns once all that was added is answered. */
    void stop() throws InterruptedException {
        stopped = true;
        threads.shutdown();
        threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
    }
}
