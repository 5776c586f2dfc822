package org.caravansms.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.caravansms.smsc.SmppLink;

/** The gauges of the binds: providers come and go while the gateway runs. */
public final class BindGauges implements Runnable {

    private final Supplier<List<SmppLink>> links;
    private final ToDoubleFunction<String> rate;
    private final MultiGauge bound;
    private final MultiGauge used;
    private final MultiGauge window;
    private final MultiGauge allowed;

    /**
     * @param links of all running providers
     * @param rate the parts a second that a provider may submit at present, over all of its binds
     */
    public BindGauges(MeterRegistry registry, Supplier<List<SmppLink>> links, ToDoubleFunction<String> rate) {
        this.links = links;
        this.rate = rate;
        this.bound = gauge(registry, "caravan.bound", "1 while a bind has a session, else 0");
        this.used = gauge(registry, "caravan.window.used", "Requests of a bind that wait for their answers");
        this.window = gauge(registry, "caravan.window.size", "submit_sm of a bind that may wait for their answers");
        this.allowed = gauge(registry, "caravan.rate.allowed", "submit_sm a second that an SMSC takes, as far as seen");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String help) {
        return MultiGauge.builder(name).description(help).register(registry);
    }

    @Override
    public void run() {
        List<SmppLink> now = links.get();
        register(now, bound, link -> link.getAsBoolean() ? 1 : 0);
        register(now, used, SmppLink::windowUsed);
        register(now, window, link -> link.provider().window());
        register(
                now,
                allowed,
                link -> rate.applyAsDouble(link.provider().name())
                        / link.provider().binds());
    }

    private static void register(List<SmppLink> links, MultiGauge gauge, ToDoubleFunction<SmppLink> value) {
        gauge.register(
                links.stream()
                        .<MultiGauge.Row<?>>map(link -> MultiGauge.Row.of(tags(link), value.applyAsDouble(link)))
                        .toList(),
                true);
    }

    private static Tags tags(SmppLink link) {
        return Tags.of("provider", link.provider().name(), "bind", Integer.toString(link.bind()));
    }
}
