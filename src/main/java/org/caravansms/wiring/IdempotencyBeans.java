package org.caravansms.wiring;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.main.BaseMainSupport;
import org.caravansms.api.IdempotencyKeys;
import org.caravansms.api.RecentIdempotencyKeys;
import org.caravansms.broker.Broker;
import org.caravansms.config.ClientIdSettings;
import org.caravansms.config.QueueSettings;
import org.caravansms.datadir.DataCheck;
import org.caravansms.jms.CommitInDoubtException;
import org.caravansms.queue.MessageJson;
import org.caravansms.queue.PendingIdempotencyKeys;
import org.caravansms.queue.StoreIdempotencyKeys;
import org.caravansms.smpp.CheckSubmittable;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.store.IdempotencyStore;

/** What makes a message that is sent twice under one name one message: it runs while the broker does. */
final class IdempotencyBeans {

    private final Path file;
    private final ClientIdSettings settings;
    private final QueueSettings queues;
    private final MessageJson form;
    private final DataCheck check;
    private IdempotencyStore kept;

    IdempotencyBeans(Path file, ClientIdSettings settings, MessageJson form, QueueSettings queues, DataCheck check) {
        this.file = file;
        this.settings = settings;
        this.check = check;
        this.form = form;
        this.queues = queues;
    }

    /** Before any client is heard: what the last run accepted is known again, and the routes find their beans. */
    void start(BaseMainSupport main) throws JMSException {
        kept = check.clientIds(
                file, synced -> new IdempotencyStore(file, settings.retention(), Clock.systemUTC(), synced));
        RecentIdempotencyKeys accepted =
                new RecentIdempotencyKeys(key -> kept.find(key).map(form::read));
        new PendingIdempotencyKeys(Broker.connectionFactory(-1), queues.clientIds(), form).each(accepted::add);
        main.getCamelContext()
                .getRegistry()
                .bind(
                        "idempotencyKeys",
                        new IdempotencyKeys(
                                accepted,
                                new CheckSubmittable(SplitMessage.MOST_PARTS),
                                CommitInDoubtException.class::isInstance));
        main.getCamelContext().getRegistry().bind("storeIdempotencyKeys", new StoreIdempotencyKeys(form, messages -> {
            kept.keep(messages);
            accepted.forget(messages.keySet());
        }));
    }

    void stop() {
        if (kept != null) {
            kept.close();
        }
    }
}
