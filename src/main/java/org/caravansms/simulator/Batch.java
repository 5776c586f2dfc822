package org.caravansms.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The PDUs that came together: they are written to the journals together and then answered together,
 * which saves most of the system calls.
 */
final class Batch {
    private final Journal journal;
    private final PduOutput output;
    private final DelayedOutput delayed;
    private final LongSupplier latency;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Response> immediate = new ArrayList<>();
    private long receivedNanos;

    Batch(Service service, PduOutput output, DelayedOutput delayed) {
        this.journal = service.journal();
        this.output = output;
        this.delayed = delayed;
        this.latency = service.behaviour().latency;
    }

    void add(Exchange exchange) {
        // all PDUs of a batch are in the buffer when the first one is added
        if (exchanges.isEmpty()) {
            receivedNanos = System.nanoTime();
        }
        exchanges.add(exchange);
    }

    /** The journals come first: what is answered must be in them. */
    void flush() throws IOException {
        journal.write(exchanges);
        exchanges.forEach(this::answer);
        try {
            output.write(immediate);
        } finally {
            immediate.forEach(response -> response.sequel().responseOver());
            immediate.clear();
            exchanges.clear();
        }
    }

    private void answer(Exchange exchange) {
        Response response = exchange.response();
        if (response == null) {
            return;
        }
        response.sequel().beforeResponse();
        if (response.fate() == ResponseFate.LEAVES) {
            leave(response);
        } else {
            response.sequel().responseOver();
        }
    }

    private void leave(Response response) {
        long millis = latency.getAsLong() + response.extraLatencyMillis();
        if (millis == 0) {
            immediate.add(response);
        } else {
            delayed.add(response, receivedNanos + TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }
}
