package org.caravansms.observe;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The step of {@code observe-metrics}: all metrics in Prometheus's text format. What nobody reads is not measured. */
public final class ReadMetrics {

    private final PrometheusMeterRegistry registry;
    private final Supplier<List<Runnable>> gauges;
    private List<Runnable> bound;

    /** @param gauges made at the first page; each is read before a page is written */
    public ReadMetrics(PrometheusMeterRegistry registry, Supplier<List<Runnable>> gauges) {
        this.registry = registry;
        this.gauges = gauges;
    }

    public synchronized String read() {
        if (bound == null) {
            bindJvm();
            bound = gauges.get();
        }
        bound.forEach(Runnable::run);
        return registry.scrape();
    }

    /** The listener of the collector's pauses lives as long as the gateway. */
    @SuppressWarnings("resource")
    private void bindJvm() {
        Stream.of(
                        new JvmMemoryMetrics(),
                        new JvmGcMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(metrics -> metrics.bindTo(registry));
    }
}
