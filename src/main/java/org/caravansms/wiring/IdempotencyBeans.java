package org.caravansms.wiring;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.apache.camel.Processor;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.spi.Registry;
import org.caravansms.api.IdempotencyKeys;
import org.caravansms.api.RecentIdempotencyKeys;
import org.caravansms.api.Submission;
import org.caravansms.broker.Broker;
import org.caravansms.config.GatewaySettings.ClientIdSettings;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.datadir.DataCheck;
import org.caravansms.jms.CommitInDoubtException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmsMessage;
import org.caravansms.queue.MessageJson;
import org.caravansms.queue.StoreIdempotencyKeys;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.store.IdempotencyStore;

/** The beans that accept a message once per client id. The store is open while the broker runs. */
final class IdempotencyBeans {

    private final Path file;
    private final ClientIdSettings settings;
    private final QueueSettings queues;
    private final MessageJson messages;
    private final DataCheck check;
    private IdempotencyStore store;

    IdempotencyBeans(
            Path file, ClientIdSettings settings, MessageJson messages, QueueSettings queues, DataCheck check) {
        this.file = file;
        this.settings = settings;
        this.check = check;
        this.messages = messages;
        this.queues = queues;
    }

    /**
     * Before the HTTP API starts: the ids that the last run accepted are known again, and the routes find their beans.
     */
    void start(BaseMainSupport main) throws JMSException {
        store = check.clientIds(
                file, synced -> new IdempotencyStore(file, settings.retention(), Clock.systemUTC(), synced));
        RecentIdempotencyKeys accepted =
                new RecentIdempotencyKeys(key -> store.find(key).map(messages::read));
        StoreIdempotencyKeys copies = new StoreIdempotencyKeys(messages, entries -> {
            store.store(entries);
            accepted.forget(entries.keySet());
        });
        copies.eachPending(Broker.connectionFactory(-1), queues.clientIds(), accepted::add);
        Function<SmsMessage, Segments> segments = SplitMessage.standard(SplitMessage.MOST_PARTS)::segments;
        Registry registry = main.getCamelContext().getRegistry();
        IdempotencyKeys keys = new IdempotencyKeys(accepted, segments, CommitInDoubtException.class::isInstance);
        registry.bind("idempotencyKeys.claim", BoundMethod.value(Submission.class, keys::claim));
        registry.bind("idempotencyKeys.release", (Processor) keys::release);
        registry.bind("storeIdempotencyKeys", copies);
    }

    void stop() {
        if (store != null) {
            store.close();
        }
    }
}
