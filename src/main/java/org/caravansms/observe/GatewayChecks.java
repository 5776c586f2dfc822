package org.caravansms.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckRepository;
import org.caravansms.broker.Broker;
import org.caravansms.broker.DiskSpace;
import org.caravansms.observe.HealthFinding.Level;
import org.caravansms.smsc.SmppLink;

/**
 * The checks of the health, those of the running providers among them. Only the broker makes the gateway unready: what
 * is accepted while an SMSC or the store is away is sent and stored later.
 */
public final class GatewayChecks implements HealthCheckRepository {

    private static final double LONG_LAG = 60;
    private static final Duration SOON = Duration.ofDays(30);

    private final Broker broker;
    private final String dead;
    private final String store;
    private final Supplier<List<SmppLink>> links;
    private final Supplier<Optional<Instant>> certificateEnd;
    private final List<HealthCheck> fixed;
    private boolean enabled = true;

    /**
     * @param dead the queue of dead letters
     * @param store the queue from which the store reads events
     * @param links of all running providers
     * @param certificateEnd of HTTPS, empty without it
     */
    public GatewayChecks(
            Broker broker,
            String dead,
            String store,
            Supplier<List<SmppLink>> links,
            Supplier<Optional<Instant>> certificateEnd) {
        this.broker = broker;
        this.dead = dead;
        this.store = store;
        this.links = links;
        this.certificateEnd = certificateEnd;
        this.fixed = List.of(
                new GatewayCheck("broker", true, this::broker),
                new GatewayCheck("disk", false, this::disk),
                new GatewayCheck("store", false, this::store),
                new GatewayCheck("dead-letters", false, this::deadLetters),
                new GatewayCheck("certificate", false, this::certificate),
                new GatewayCheck("providers", false, this::providers));
    }

    @Override
    public Stream<HealthCheck> stream() {
        Stream<String> running =
                links.get().stream().map(link -> link.provider().name()).distinct();
        return Stream.concat(
                fixed.stream(), running.map(name -> new GatewayCheck("provider-" + name, false, () -> provider(name))));
    }

    private HealthFinding broker() {
        Optional<String> failure = broker.failure();
        long journal = broker.journalFiles().bytes();
        String text = failure.map(why -> "the disk of the journal fails: " + why + "; mend it and start again")
                .orElse("the journal is written");
        return HealthFinding.of(failure.isEmpty(), Level.DOWN, text, Map.of("journalBytes", journal));
    }

    private HealthFinding disk() {
        DiskSpace disk = broker.disk();
        Map<String, Object> data = Map.of("usedRatio", disk.usedRatio(), "limitRatio", disk.limitRatio());
        return HealthFinding.of(disk.hasRoom(), Level.DOWN, "the disk is " + disk, data);
    }

    private HealthFinding store() {
        double seconds = broker.queues().backlog(store).age(System.currentTimeMillis()) / 1e3;
        String text = "the store is " + Math.round(seconds) + " s behind"
                + (seconds < LONG_LAG ? "" : ": what clients ask for is that old, and the log may say why");
        return HealthFinding.of(seconds < LONG_LAG, Level.WARNING, text, Map.of("lagSeconds", seconds));
    }

    private HealthFinding deadLetters() {
        long count = broker.queues().count(dead);
        String text = count == 0 ? "none" : count + " or more messages were not sent: bin/caravan dead list";
        return HealthFinding.of(count == 0, Level.WARNING, text, Map.of("jmsMessages", count));
    }

    private HealthFinding certificate() {
        Optional<Instant> end = certificateEnd.get();
        if (end.isEmpty()) {
            return new HealthFinding(Level.UP, "HTTPS is off", Map.of());
        }
        long days = Duration.between(Instant.now(), end.get()).toDays();
        String text = "the certificate of HTTPS ends " + end.get() + ", in " + days + " days";
        return HealthFinding.of(
                days >= SOON.toDays(),
                Level.WARNING,
                text,
                Map.of("notAfter", end.get().toString()));
    }

    private HealthFinding providers() {
        List<SmppLink> all = links.get();
        long bound = all.stream().filter(SmppLink::getAsBoolean).count();
        String text = bound + " of " + all.size() + " binds are bound" + (bound == 0 ? ": nothing is sent" : "");
        return HealthFinding.of(bound > 0, Level.WARNING, text, Map.of("bound", bound, "binds", all.size()));
    }

    private HealthFinding provider(String name) {
        List<SmppLink> own = links.get().stream()
                .filter(link -> link.provider().name().equals(name))
                .toList();
        long bound = own.stream().filter(SmppLink::getAsBoolean).count();
        String text = String.join("; ", own.stream().map(SmppLink::toString).toList());
        return HealthFinding.of(bound == own.size(), Level.WARNING, text, Map.of("bound", bound, "binds", own.size()));
    }

    @Override
    public String getId() {
        return GatewayCheck.GROUP;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }
}
