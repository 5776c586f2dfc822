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
    private final TracedSteps steps;

    private TracingBeans(GatewaySettings settings) {
        TracingSettings tracing = settings.tracing();
        tracer = new MessageTracer(tracing.endpoint(), tracing.ratio(), tracing.serviceName());
        steps = new TracedSteps(tracer, settings.queue().outbound());
    }

    static void bindTo(Main main, GatewaySettings settings) {
        main.addMainListener(new TracingBeans(settings));
    }

    /** Before there are routes. */
    @Override
    public void beforeConfigure(BaseMainSupport main) {
        main.getCamelContext().getCamelContextExtension().addInterceptStrategy(steps);
    }

    /** What the last messages left is sent. */
    @Override
    public void afterStop(BaseMainSupport main) {
        tracer.close();
    }
}
