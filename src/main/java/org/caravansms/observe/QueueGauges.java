package org.caravansms.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.caravansms.broker.QueueLoad;

/** The gauges of the queues: one look at the broker for each page, whose numbers are of the same moment. */
public final class QueueGauges implements Runnable {

    private final Supplier<List<QueueLoad>> loads;
    private final UnaryOperator<String> label;
    private final MultiGauge messages;
    private final MultiGauge oldest;
    private volatile Map<String, QueueLoad> byLabel = Map.of();

    /**
     * @param loads of all queues
     * @param family the name under which a queue is shown, such as that of all queues of SMPP clients
     * @param most how many names have series of their own
     */
    public QueueGauges(
            MeterRegistry registry, Supplier<List<QueueLoad>> loads, UnaryOperator<String> family, int most) {
        FirstValues<String> names = new FirstValues<>(most, UnaryOperator.identity());
        this.loads = loads;
        this.label = queue -> names.of(family.apply(queue));
        this.messages = MultiGauge.builder("caravan.queue.messages")
                .description("SMS that wait on a queue")
                .register(registry);
        this.oldest = MultiGauge.builder("caravan.queue.oldest")
                .description("How long the oldest message waits on a queue")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Shows the SMS of one queue under a name of its own, too. */
    public QueueGauges with(MeterRegistry registry, String name, String help, String queue) {
        Gauge.builder(name, () -> messages(queue)).description(help).register(registry);
        return this;
    }

    private double messages(String queue) {
        QueueLoad load = byLabel.get(queue);
        return load == null ? 0 : load.messages();
    }

    @Override
    public void run() {
        Map<String, QueueLoad> now = new TreeMap<>();
        loads.get().forEach(load -> now.merge(label.apply(load.queue()), load, QueueGauges::sum));
        byLabel = now;
        messages.register(rows(QueueLoad::messages), true);
        oldest.register(rows(QueueGauges::age), true);
    }

    private static QueueLoad sum(QueueLoad one, QueueLoad other) {
        return new QueueLoad(one.queue(), one.messages() + other.messages(), Math.min(one.since(), other.since()));
    }

    private static double age(QueueLoad load) {
        return load.messages() == 0 ? 0 : Math.max(0, System.currentTimeMillis() - load.since()) / 1e3;
    }

    private List<MultiGauge.Row<?>> rows(ToDoubleFunction<QueueLoad> value) {
        return byLabel.entrySet().stream()
                .<MultiGauge.Row<?>>map(each ->
                        MultiGauge.Row.of(Tags.of("queue", each.getKey()), value.applyAsDouble(each.getValue())))
                .toList();
    }
}
