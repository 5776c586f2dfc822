package org.caravansms.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.caravansms.broker.Broker;
import org.caravansms.broker.QueueBacklog;
import org.caravansms.config.QueueSettings;
import org.caravansms.store.MessageStore;
import org.caravansms.store.StoreUnavailableException;

/** How the gateway is, for {@code bin/caravan status}: what waits where, and how far the store is behind. */
final class GatewayStatus implements Supplier<List<List<String>>> {

    private final QueueSettings queues;
    private final Broker broker;
    private final MessageStore store;

    GatewayStatus(QueueSettings queues, Broker broker, MessageStore store) {
        this.queues = queues;
        this.broker = broker;
        this.store = store;
    }

    @Override
    public List<List<String>> get() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(waiting("to be sent", queues.outbound()));
        rows.add(waiting("dead letters", queues.outboundDead()));
        rows.add(waiting("in doubt", queues.outboundDoubt()));
        rows.add(waiting("receipts to be read", queues.receipts()));
        rows.add(waiting("inbound to be read", queues.inbound()));
        rows.add(store());
        rows.add(List.of("orphans", orphans(), "receipts without a message, bin/caravan receipts orphans"));
        rows.add(List.of("disk", broker.disk().percent(), broker.disk().meaning()));
        return rows;
    }

    private List<String> waiting(String meaning, String queue) {
        return List.of(meaning, Long.toString(broker.count(queue)), "messages on " + queue);
    }

    /** The age and the count are of one look: nothing waits, or something has waited for some time. */
    private List<String> store() {
        String queue = queues.store();
        QueueBacklog backlog = broker.backlog(queue);
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
