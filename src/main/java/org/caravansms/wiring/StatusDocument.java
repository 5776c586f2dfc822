package org.caravansms.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.caravansms.broker.Broker;
import org.caravansms.broker.QueueBacklog;
import org.caravansms.broker.QueueLoad;
import org.caravansms.dispatch.SubmitRateLimiter;
import org.caravansms.operator.Reply;
import org.caravansms.operator.Table;
import org.caravansms.provider.Providers;
import org.caravansms.smsc.BindStatus;
import org.caravansms.smsc.SmppLink;

/**
 * The tables of {@code bin/caravan status} for people, and all of it for scripts.
 *
 * @param storeQueue the queue of events that the store reads
 */
record StatusDocument(Broker broker, String storeQueue, Providers providers, Supplier<CamelContext> camel) {

    /** @return the binds of all providers, and blocks that are not in use */
    Table binds() {
        Table table = new Table(
                "provider", "bind", "state", "since", "address", "window", "ratePerSecond=RATE/S", "lastError");
        providers.links().forEach(link -> add(link, table));
        providers.wrong().forEach((name, why) -> table.add(name, null, "wrong settings", null, null, null, null, why));
        return table;
    }

    private void add(SmppLink link, Table table) {
        BindStatus status = link.status();
        table.add(
                link.provider().name(),
                link.bind(),
                status.state(),
                status.since(),
                link.provider().login().address().toString(),
                new Window(link.windowUsed(), link.provider().window()),
                rate(link.provider().name()),
                status.lastError());
    }

    /** @return parts a second at present of all binds of a provider; null where nothing limits them */
    private Double rate(String provider) {
        SubmitRateLimiter limiter =
                camel.get().getRegistry().lookupByNameAndType("submitRateLimiter-" + provider, SubmitRateLimiter.class);
        double rate = limiter == null ? Double.POSITIVE_INFINITY : limiter.perSecond();
        return Double.isInfinite(rate) ? null : Math.round(rate * 10) / 10.0;
    }

    /** @param empty whether queues without a message are shown */
    Table queues(boolean empty) {
        Table table = new Table("queue", "messages", "oldestSeconds");
        broker.queues().loads().stream()
                .filter(load -> empty || load.messages() > 0)
                .sorted(Comparator.comparing(QueueLoad::queue))
                .forEach(load -> table.add(load.queue(), load.messages(), age(load)));
        return table;
    }

    private static Long age(QueueLoad load) {
        return load.messages() == 0 ? null : Math.max(0, System.currentTimeMillis() - load.since()) / 1000;
    }

    /** Adds to what people read all that a script may ask for. */
    Reply addTo(Reply status) {
        QueueBacklog store = broker.queues().backlog(storeQueue);
        Map<String, Object> lag = new LinkedHashMap<>();
        lag.put("lagSeconds", store.age(System.currentTimeMillis()) / 1e3);
        lag.put("waiting", store.count());
        Map<String, Object> disk = new LinkedHashMap<>();
        disk.put("usedRatio", broker.disk().usedRatio());
        disk.put("limitRatio", broker.disk().limitRatio());
        disk.put("accepts", broker.disk().hasRoom());
        disk.put("sends", broker.disk().hasRoomToSettle());
        Duration uptime = camel.get().getUptime();
        return status.with("providers", binds().rows())
                .with("queues", queues(true).rows())
                .with("store", lag)
                .with("disk", disk)
                .with("versions", versions())
                .with("startedAt", Instant.now().minus(uptime).truncatedTo(ChronoUnit.SECONDS))
                .with("uptimeSeconds", uptime.toSeconds());
    }

    Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        String own = StatusDocument.class.getPackage().getImplementationVersion();
        versions.put("caravan", Objects.requireNonNullElse(own, "not packaged"));
        versions.put("java", Runtime.version().toString());
        versions.put("camel", camel.get().getVersion());
        versions.put("artemis", broker.version());
        return versions;
    }

    /** @return such as {@code Caravan 1.0.0, up for 2 h 3 min} */
    List<String> line() {
        Duration uptime = camel.get().getUptime();
        String time = uptime.toHours() >= 48
                ? uptime.toDays() + " days"
                : uptime.toHours() + " h " + uptime.toMinutesPart() + " min " + uptime.toSecondsPart() + " s";
        Map<String, String> versions = versions();
        return List.of(
                "up for",
                time,
                "Caravan " + versions.get("caravan") + ", Java " + versions.get("java") + ", Camel "
                        + versions.get("camel") + ", Artemis " + versions.get("artemis"));
    }

    private record Window(int used, int size) {
        @Override
        public String toString() {
            return used + " of " + size;
        }
    }
}
