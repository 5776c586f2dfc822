package org.caravansms.queue;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/**
 * The Camel component {@code jms-batch:<queue>}: many messages, one transacted JMS session, one commit. A producer sends
 * the list in its body, each message to the queue that it names or else to {@code <queue>}; a consumer hands its route up to {@code batchSize} messages and settles each by what it came to.
 * Options and body are named as camel-sjms names those of its own batching consumer (CAMEL-16039), to be retired by it.
 */
@Component("jms-batch")
public final class JmsBatchComponent extends DefaultComponent {

    private final Flushes flushes = new Flushes();
    private final ConnectionFactory connectionFactory;
    private final Function<String, Runnable> hold;
    private final BooleanSupplier room;

    /**
     * @param hold stops the deliveries of a queue and returns what lets them go on, see {@code Broker.hold}
     * @param room whether what is taken off a queue can be settled; while it cannot, consumers take nothing
     */
    public JmsBatchComponent(
            ConnectionFactory connectionFactory, Function<String, Runnable> hold, BooleanSupplier room) {
        this.connectionFactory = connectionFactory;
        this.hold = hold;
        this.room = room;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        JmsBatchEndpoint endpoint = new JmsBatchEndpoint(uri, this, remaining, connectionFactory);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    boolean hasRoom() {
        return room.getAsBoolean();
    }

    Flushes flushes() {
        return flushes;
    }

    TransactedSender sender(String queue, String events) {
        return new TransactedSender(connectionFactory, queue, events, hold);
    }
}
