package org.caravansms.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends the messages of a file, several requests at a time, and writes the answers in the order of the file. What an
 * earlier run has sent is left out. Memory does not grow with the file, but for eight octets a line.
 */
public final class SendFile {

    private static final int REQUESTS = 4;
    private static final int MESSAGES = 250;

    /** A request that takes long does not stop the others at once. */
    private static final int WAITING = 2 * REQUESTS;

    private record Batch(List<OutgoingSms> messages, Future<List<SmsAnswer>> answers) {}

    private final SendBatch send;
    private final ResultFile results;
    private final Progress progress;
    private final Deque<Batch> underWay = new ArrayDeque<>();
    private final ExecutorService requests = Executors.newFixedThreadPool(REQUESTS, run -> {
        Thread thread = new Thread(run, "send");
        thread.setDaemon(true);
        return thread;
    });
    private List<OutgoingSms> next = new ArrayList<>();

    public SendFile(GatewayApi api, ResultFile results, Progress progress) {
        this.send = new SendBatch(api, new AtomicInteger(MESSAGES));
        this.results = results;
        this.progress = progress;
    }

    /**
     * @throws IOException when the gateway does not answer; what was sent until then is in the results
     * @throws GatewayRefusal when it refuses a request as a whole
     */
    public void send(CsvFile file) throws IOException, InterruptedException {
        try {
            file.each(this::take);
            finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            requests.shutdownNow();
            results.flush();
        }
    }

    private void take(OutgoingSms message) {
        if (results.has(message)) {
            progress.before();
            return;
        }
        next.add(message);
        if (next.size() == MESSAGES) {
            submit();
        }
    }

    private void submit() {
        List<OutgoingSms> batch = next;
        next = new ArrayList<>();
        List<OutgoingSms> right =
                batch.stream().filter(message -> message.fault() == null).toList();
        underWay.add(new Batch(batch, requests.submit(() -> send.send(right))));
        if (underWay.size() > WAITING) {
            writeFirst();
        }
    }

    private void finish() {
        if (!next.isEmpty()) {
            submit();
        }
        while (!underWay.isEmpty()) {
            writeFirst();
        }
    }

    private void writeFirst() {
        Batch first = underWay.remove();
        try {
            write(first.messages(), new ArrayDeque<>(first.answers().get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("It was interrupted"));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GatewayRefusal refusal
                    ? refusal
                    : new UncheckedIOException(new IOException(e.getCause()));
        } catch (IOException e) {
            throw new IllegalStateException("The results cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(List<OutgoingSms> messages, Deque<SmsAnswer> answers) throws IOException {
        for (OutgoingSms message : messages) {
            SmsAnswer answer = message.fault() == null
                    ? answers.remove()
                    : new SmsAnswer(SmsAnswer.INVALID_REQUEST, "", message.fault());
            results.add(message, answer);
            progress.answered(answer);
        }
        results.flush();
        progress.show();
    }
}
