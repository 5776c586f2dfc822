package org.caravansms.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.caravansms.broker.Backlog;
import org.caravansms.broker.Broker;
import org.caravansms.config.Settings;
import org.caravansms.store.MessageStore;
import org.caravansms.store.StoreUnavailableException;

/** How the gateway is, for {@code bin/caravan status}: what waits where, and how far the store is behind. */
public final class GatewayStatus implements Supplier<List<List<String>>> {

    private static final List<List<String>> QUEUES = List.of(
            List.of("to be sent", "sms.queue.outbound"),
            List.of("dead letters", "sms.queue.outbound-dead"),
            List.of("in doubt", "sms.queue.outbound-doubt"),
            List.of("receipts to be read", "sms.queue.receipts"),
            List.of("inbound to be read", "sms.queue.inbound"));

    private final Settings settings;
    private final Broker broker;
    private final MessageStore store;

    public GatewayStatus(Settings settings, Broker broker, MessageStore store) {
        this.settings = settings;
        this.broker = broker;
        this.store = store;
    }

    @Override
    public List<List<String>> get() {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> queue : QUEUES) {
            String name = settings.text(queue.get(1));
            rows.add(List.of(queue.get(0), Long.toString(broker.count(name)), "messages on " + name));
        }
        rows.add(store());
        rows.add(List.of("orphans", orphans(), "receipts without a message, bin/caravan receipts orphans"));
        rows.add(List.of("disk", broker.disk().percent(), broker.disk().meaning()));
        return rows;
    }

    /** The age and the count are of one look: nothing waits, or something has waited for some time. */
    private List<String> store() {
        String queue = settings.text("sms.queue.store");
        Backlog backlog = broker.backlog(queue);
        return List.of(
                "the store is behind by",
                String.format(Locale.ROOT, "%.1f", backlog.age(System.currentTimeMillis()) / 1e3),
                "seconds; events on " + queue + ": " + backlog.count());
    }

    private String orphans() {
        try {
            return Long.toString(store.orphanCount());
        } catch (StoreUnavailableException e) {
            return "?";
        }
    }
}
