package org.caravansms.tracing;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A step of a route with what is traced before and after it. A fault of the tracing stops no message. */
final class TracedStep extends DelegateAsyncProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(TracedStep.class);

    private final Trace trace;

    /** What is traced of a step. */
    interface Trace {

        /** @return what follows when the step has ended, or null */
        Runnable begin(Exchange exchange);
    }

    TracedStep(Processor step, Trace trace) {
        super(step);
        this.trace = trace;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Runnable end = begun(exchange);
        if (end == null) {
            return super.process(exchange, callback);
        }
        return super.process(exchange, doneSync -> {
            safely(end);
            callback.done(doneSync);
        });
    }

    private Runnable begun(Exchange exchange) {
        try {
            return trace.begin(exchange);
        } catch (RuntimeException e) {
            LOG.warn("A step is not traced: {}", e.getClass().getName());
            return null;
        }
    }

    private static void safely(Runnable end) {
        try {
            end.run();
        } catch (RuntimeException e) {
            LOG.warn("A step is not traced: {}", e.getClass().getName());
        }
    }
}
