package org.caravansms.jms;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.apache.camel.support.HeaderFilterStrategyComponent;
import org.apache.camel.util.PropertiesHelper;

/**
 * The Camel component {@code jms-batch:<queue>}: many messages, one transacted JMS session, one commit. A producer
 * sends the list in its body, each message to the queue that it names or else to {@code <queue>}. A consumer passes its
 * route batches of up to {@code batchSize} messages, or single messages, up to {@code window} at a time. Option names
 * and body are those of CAMEL-16039. The broker is Artemis.
 */
@Component("jms-batch")
public final class JmsBatchComponent extends HeaderFilterStrategyComponent {

    private static final String SETTLEMENT = "settlement.";

    private final Map<String, CompletableFuture<Void>> flushes = new ConcurrentHashMap<>();

    @Metadata(autowired = true, description = "Opens the connections to Artemis, one for each session")
    private ConnectionFactory connectionFactory;

    @Metadata(description = "Creates the settlement of an endpoint, a bean that its options settlement.* configure")
    private Supplier<Settlement> settlement = () -> new Settlement() {};

    @Metadata(
            description =
                    "Pauses the deliveries of a queue during a large transaction, and returns the action that resumes them")
    private Function<String, Runnable> hold;

    @Metadata(description = "Consumers receive nothing while this is false")
    private BooleanSupplier receiveWhile = () -> true;

    @Metadata(description = "The queues that are not read now, by name")
    private Predicate<String> paused = queue -> false;

    public JmsBatchComponent() {
        setHeaderFilterStrategy(withoutCamelHeaders());
    }

    /** Headers are case-insensitive, so {@code CAmelFoo} would steer Camel too. */
    private static HeaderFilterStrategy withoutCamelHeaders() {
        DefaultHeaderFilterStrategy filter = new DefaultHeaderFilterStrategy();
        filter.setLowerCase(true);
        filter.setInFilterStartsWith("camel", "org.apache.camel.");
        return filter;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Settlement own = settlement.get();
        Map<String, Object> options = PropertiesHelper.extractProperties(parameters, SETTLEMENT);
        JmsBatchEndpoint endpoint = new JmsBatchEndpoint(uri, this, remaining, own);
        endpoint.setSettlement(Map.copyOf(options));
        setProperties(endpoint, parameters);
        setProperties(own, options);
        validateParameters(uri, options, null);
        return endpoint;
    }

    /**
     * @return by the names in {@link JmsBatchEndpoint#FLUSH}: each completes, and is removed, once its message and all
     *     before it on the queue are settled
     */
    public Map<String, CompletableFuture<Void>> flushes() {
        return flushes;
    }

    public ConnectionFactory getConnectionFactory() {
        return connectionFactory;
    }

    public void setConnectionFactory(ConnectionFactory connectionFactory) {
        this.connectionFactory = connectionFactory;
    }

    public Supplier<Settlement> getSettlement() {
        return settlement;
    }

    public void setSettlement(Supplier<Settlement> settlement) {
        this.settlement = settlement;
    }

    public Function<String, Runnable> getHold() {
        return hold;
    }

    public void setHold(Function<String, Runnable> hold) {
        this.hold = hold;
    }

    public BooleanSupplier getReceiveWhile() {
        return receiveWhile;
    }

    public void setReceiveWhile(BooleanSupplier receiveWhile) {
        this.receiveWhile = receiveWhile;
    }

    public Predicate<String> getPaused() {
        return paused;
    }

    public void setPaused(Predicate<String> paused) {
        this.paused = paused;
    }
}
