package org.caravansms.tracing;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;

/**
 * Puts spans around the steps between a request and a receipt. Camel asks it for each step when it makes a route; the
 * others stay as they are.
 */
public final class TracedSteps implements InterceptStrategy {

    /** By the id of the step, which begins with the route's id in the routes of a provider. */
    private final Map<String, TracedStep.Trace> traces;

    /** @param outbound the queue of accepted messages, where no rule names another */
    public TracedSteps(MessageTracer tracer, String outbound) {
        RequestTraces requests = new RequestTraces(tracer);
        AcceptTraces accepted = new AcceptTraces(tracer, outbound);
        SmscTraces smsc = new SmscTraces(tracer);
        traces = Map.of(
                "call-api", requests::http,
                "read-send", requests::sent,
                "read-submitted", requests::produced,
                "queue-all", accepted::committed,
                "write-messages", accepted::written,
                "read-message", smsc::read,
                "smsc", smsc::submit,
                "apply-events", smsc::receipts);
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode step, Processor target, Processor next) {
        String id = String.valueOf(step.getId());
        return traces.entrySet().stream()
                .filter(trace -> id.equals(trace.getKey()) || id.endsWith("-" + trace.getKey()))
                .findFirst()
                .<Processor>map(trace -> new TracedStep(target, trace.getValue()))
                .orElse(target);
    }
}
