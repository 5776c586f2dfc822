package org.caravansms.wiring;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.TracingSettings;
import org.caravansms.tracing.MessageTracer;
import org.caravansms.tracing.TracedSteps;

/** The traces of messages. Without them no class of OpenTelemetry is loaded. */
final class TracingBeans extends MainListenerSupport {

    private final MessageTracer tracer;

    private TracingBeans(MessageTracer tracer) {
        this.tracer = tracer;
    }

    static void bindTo(Main main, GatewaySettings settings) {
        TracingSettings tracing = settings.tracing();
        MessageTracer tracer = new MessageTracer(tracing.endpoint(), tracing.ratio(), tracing.serviceName());
        main.bind(
                "tracedSteps",
                new TracedSteps(
                        tracer, settings.queue().submit(), settings.queue().outbound()));
        main.addMainListener(new TracingBeans(tracer));
    }

    /** What the last messages left is sent. */
    @Override
    public void afterStop(BaseMainSupport main) {
        tracer.close();
    }
}
