package org.caravansms.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.caravansms.broker.Broker;
import org.caravansms.broker.DiskSpace;

/** The gauges of the broker's disk and of the store behind it. */
public final class BrokerGauges {

    private BrokerGauges() {}

    /**
     * @param store the queue from which the store reads events
     * @param certificateEnd of HTTPS, empty without it
     */
    public static void bindTo(MeterRegistry registry, Broker broker, String store, Optional<Instant> certificateEnd) {
        DiskSpace disk = broker.disk();
        gauge(registry, "caravan.disk.used.ratio", "How full the disk is, from 0 to 1", disk::usedRatio);
        gauge(registry, "caravan.disk.limit.ratio", "How full it may be for new messages", disk::limitRatio);
        gauge(registry, "caravan.disk.full", "1 while nothing new is accepted", () -> disk.hasRoom() ? 0 : 1);
        bind(registry, "caravan.journal", "Size of the journal", "bytes", () -> broker.journalFiles()
                .bytes());
        bind(registry, "caravan.store.lag", "How far the store is behind", "seconds", () -> lag(broker, store));
        certificateEnd.ifPresent(end ->
                bind(registry, "caravan.certificate.end", "When it ends, since 1970", "seconds", end::getEpochSecond));
    }

    private static double lag(Broker broker, String store) {
        return broker.queues().backlog(store).age(System.currentTimeMillis()) / 1e3;
    }

    private static void gauge(MeterRegistry registry, String name, String help, Supplier<Number> value) {
        bind(registry, name, help, null, value);
    }

    private static void bind(MeterRegistry registry, String name, String help, String unit, Supplier<Number> value) {
        Gauge.builder(name, value).description(help).baseUnit(unit).register(registry);
    }
}
