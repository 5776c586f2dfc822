package org.caravansms.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.caravansms.broker.Broker;
import org.caravansms.broker.EventSubscription;
import org.caravansms.broker.EventSubscriptions;
import org.caravansms.broker.QueueBacklog;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.operator.Columns;
import org.caravansms.operator.Reply;
import org.caravansms.store.MessageStore;
import org.caravansms.store.StoreUnavailableException;

/** The state of the gateway for {@code bin/caravan status}: messages on the queues, and the delay of the store. */
record GatewayStatus(
        QueueSettings queues,
        Broker broker,
        EventSubscriptions subscriptions,
        MessageStore store,
        Supplier<List<List<String>>> smppClients)
        implements Supplier<Reply> {

    @Override
    public Reply get() {
        return new Reply(Reply.DONE, Columns.of(rows()));
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(waiting("to be sent", queues.outbound()));
        rows.add(waiting("dead letters", queues.outboundDead()));
        rows.add(waiting("in doubt", queues.outboundDoubt()));
        if (broker.queues().countMessages(queues.smppDead()) > 0) {
            rows.add(waiting("not delivered over SMPP", queues.smppDead(), ", bin/caravan smpp-dead list"));
        }
        rows.addAll(smppClients.get());
        rows.add(storeDelay());
        rows.add(List.of("orphans", orphans(), "receipts without a message, bin/caravan receipts orphans"));
        rows.add(List.of("disk", broker.disk().percent(), broker.disk().meaning()));
        subscriptions.all().stream().filter(each -> each.readers() == 0).forEach(each -> rows.add(unread(each)));
        return rows;
    }

    private static List<String> unread(EventSubscription subscription) {
        return List.of(
                "nobody reads",
                Long.toString(subscription.waiting()),
                "messages of events for " + subscription.name() + ", bin/caravan events drop " + subscription.name());
    }

    private List<String> waiting(String meaning, String queue) {
        return waiting(meaning, queue, "");
    }

    private List<String> waiting(String meaning, String queue, String command) {
        return List.of(meaning, Long.toString(broker.queues().countMessages(queue)), "messages on " + queue + command);
    }

    /** The age and the count are of the same moment. */
    private List<String> storeDelay() {
        String queue = queues.store();
        QueueBacklog backlog = broker.queues().backlog(queue);
        return List.of(
                "the store is behind by",
                String.format(Locale.ROOT, "%.1f", backlog.age(System.currentTimeMillis()) / 1e3),
                "seconds; JMS messages of events on " + queue + ": " + backlog.count());
    }

    private String orphans() {
        try {
            return Long.toString(store.orphanCount());
        } catch (StoreUnavailableException e) {
            return "?";
        }
    }
}
