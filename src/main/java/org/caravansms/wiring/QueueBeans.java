package org.caravansms.wiring;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.main.Main;
import org.caravansms.api.SubmitReports;
import org.caravansms.broker.Broker;
import org.caravansms.broker.DrainSwitch;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.datadir.WaitingMessages;
import org.caravansms.deadletter.DeadLetterQueues;
import org.caravansms.jms.JmsBatchComponent;
import org.caravansms.operator.PausedNames;
import org.caravansms.queue.EventJson;
import org.caravansms.queue.EventsInFull;
import org.caravansms.queue.ExpiredMessage;
import org.caravansms.queue.MessageJson;
import org.caravansms.queue.QueueClient;
import org.caravansms.queue.ReadQueued;
import org.caravansms.queue.StoreBarrier;
import org.caravansms.queue.SubmitReplies;
import org.caravansms.queue.SubmitRequests;

/** The beans of the queues: the components that read and write them, and the JSON of their messages. */
final class QueueBeans {

    private static final int PREFETCH_BYTES = 64 * 1024;

    private final Broker broker;
    private final DrainSwitch drain;
    private final QueueSettings names;
    private final MessageJson messages;
    private final EventJson events;
    private final DeadLetterQueues deadLetterQueues;
    private final StoreBarrier barrier;

    QueueBeans(Main main, GatewaySettings settings, EventsInFull inFull, Broker broker, PausedNames paused) {
        this.broker = broker;
        this.drain = new DrainSwitch(broker.disk()::hasRoom);
        this.names = settings.queue();
        this.messages = new MessageJson(names.clientIds());
        this.events = new EventJson(inFull);
        this.deadLetterQueues = new DeadLetterQueues(
                names.outbound(), names.outboundDead(), names.outboundDoubt(), names.events(), names.submit());
        ConnectionFactory connections = Broker.connectionFactory(PREFETCH_BYTES);
        JmsBatchComponent queues = QueueClient.batches(
                connections, broker.queues()::hold, broker.disk()::hasRoomToSettle, paused::isPaused, inFull);
        this.barrier = new StoreBarrier(
                connections,
                queues,
                names.events(),
                settings.store().queryWait().toMillis());
        main.bind("messageJson.writeAll", BoundMethod.step(List.class, "destinations", List.class, messages::writeAll));
        main.bind("eventJson", events);
        main.bind("jms-batch", queues);
        main.bind("storeBarrier", barrier);
        main.bind("diskSpace.check", BoundMethod.check(List.class, broker.disk()::check));
        main.bind("jms", QueueClient.component(Broker.connectionFactory(0)));
        main.bind("expiredMessage", new ExpiredMessage(inFull));
        main.bind("readQueued", new ReadQueued(messages));
        main.bind("submitRequests", new SubmitRequests());
        main.bind("submitReplies", new SubmitReplies(names.submit(), names.submitDead(), SubmitReports.REFUSED));
        main.bind("drainSwitch.check", BoundMethod.check(List.class, drain::check));
        main.bind("mayAccept", (BooleanSupplier) drain::isAccepting);
    }

    QueueSettings names() {
        return names;
    }

    MessageJson messages() {
        return messages;
    }

    EventJson events() {
        return events;
    }

    DrainSwitch drain() {
        return drain;
    }

    DeadLetterQueues deadLetterQueues() {
        return deadLetterQueues;
    }

    String submitDead() {
        return names.submitDead();
    }

    StoreBarrier barrier() {
        return barrier;
    }

    WaitingMessages waiting() {
        return new WaitingMessages(broker.queues(), events, deadLetterQueues, names.store());
    }
}
