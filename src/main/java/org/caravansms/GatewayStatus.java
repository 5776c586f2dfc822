package org.caravansms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.caravansms.queue.Broker;
import org.caravansms.store.MessageStore;
import org.caravansms.store.StoreUnavailableException;

/** How the gateway is, for {@code bin/caravan status}: what waits where, and how far the store is behind. */
final class GatewayStatus implements Supplier<List<List<String>>> {

    private static final List<List<String>> QUEUES = List.of(
            List.of("to be sent", "sms.queue.outbound"),
            List.of("dead letters", "sms.queue.outbound-dead"),
            List.of("in doubt", "sms.queue.outbound-doubt"),
            List.of("receipts to be read", "sms.queue.receipts"),
            List.of("inbound to be read", "sms.queue.inbound"));

    private final Settings settings;
    private final Broker broker;
    private final MessageStore store;
    private final StoreLag lag;

    GatewayStatus(Settings settings, Broker broker, MessageStore store, StoreLag lag) {
        this.settings = settings;
        this.broker = broker;
        this.store = store;
        this.lag = lag;
    }

    @Override
    public List<List<String>> get() {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> queue : QUEUES) {
            String name = settings.text(queue.get(1));
            rows.add(List.of(queue.get(0), Long.toString(broker.count(name)), "messages on " + name));
        }
        rows.add(List.of(
                "the store is behind by",
                behind(),
                "seconds; events on " + settings.text("sms.queue.store") + ": "
                        + broker.count(settings.text("sms.queue.store"))));
        rows.add(List.of("orphans", orphans(), "receipts without a message, bin/caravan receipts orphans"));
        rows.add(List.of("disk", broker.disk().percent(), broker.disk().meaning()));
        return rows;
    }

    private String behind() {
        return String.format(Locale.ROOT, "%.1f", lag.behind().toMillis() / 1e3);
    }

    private String orphans() {
        try {
            return Long.toString(store.orphanCount());
        } catch (StoreUnavailableException e) {
            return "?";
        }
    }
}
