package org.caravansms.tracing;

import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;

/**
 * Puts spans around the steps between a request and a receipt. Camel asks it for each step when it makes a route; the
 * others stay as they are.
 */
public final class TracedSteps implements InterceptStrategy {

    /** By the end of a step's id: the steps of a provider's routes begin with the route's id. */
    private final Map<String, Function<String, TracedStep.Trace>> traces;

    /**
     * @param submit the queue from which requests are read
     * @param outbound the queue of accepted messages, where no rule names another
     */
    public TracedSteps(MessageTracer tracer, String submit, String outbound) {
        RequestTraces requests = new RequestTraces(tracer, submit);
        AcceptTraces accepted = new AcceptTraces(tracer, outbound);
        SmscTraces smsc = new SmscTraces(tracer);
        traces = Map.of(
                "call-api", id -> requests::http,
                "remember-requests", id -> requests::queued,
                "read-send", id -> requests::sent,
                "check-fields", id -> accepted::checked,
                "queue-all", id -> accepted::committed,
                "write-messages", id -> accepted::written,
                "read-message", id -> smsc::read,
                "smsc", id -> smsc.submit(id),
                "apply-events", id -> smsc::receipts);
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode step, Processor target, Processor next) {
        String id = String.valueOf(step.getId());
        return traces.entrySet().stream()
                .filter(trace -> id.equals(trace.getKey()) || id.endsWith("-" + trace.getKey()))
                .findFirst()
                .<Processor>map(trace -> new TracedStep(target, trace.getValue().apply(id)))
                .orElse(target);
    }
}
