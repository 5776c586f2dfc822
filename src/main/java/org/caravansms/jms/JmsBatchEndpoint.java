package org.caravansms.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Send and receive JMS messages in transacted batches, or settle a window of them one by one. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "jms-batch",
        title = "JMS Batch",
        syntax = "jms-batch:queue",
        category = Category.MESSAGING)
public final class JmsBatchEndpoint extends DefaultEndpoint {

    /**
     * The list of the batch's exchanges, on the exchange that carries the batch, also when a step replaces the body.
     */
    public static final String BATCH = "JmsBatch";

    /** Whether the consumer of a message still runs: a {@link BooleanSupplier} on its exchange. */
    public static final String GO_ON = "JmsBatchGoOn";

    /**
     * The JMS property of a message that closes its batch at once, and names the caller that waits for it in
     * {@link JmsBatchComponent#flushes}.
     */
    public static final String FLUSH = "JmsBatchFlush";

    /** The header with the JMS priority of a message, as camel-jms names it. */
    public static final String PRIORITY = "JMSPriority";

    /** The {@link QueueWriter} of the transaction that received a batch, on its exchange. */
    public static final String TRANSACTION = "JmsBatchTransaction";

    /** The JMS message that a route gets as a message of a batch, on its exchange. */
    public static final String RECEIVED = "JmsBatchReceived";

    private final Settlement bean;

    @UriPath(
            description = "The queue, or topic:name for a producer; a consumer with a window may read several queues,"
                    + " separated by commas")
    @Metadata(required = true)
    private final String queue;

    @UriParam(
            label = "consumer",
            description = "More than 0: the route gets single messages instead of batches, up to this many at a time",
            defaultValue = "0")
    private int window;

    @UriParam(
            label = "consumer",
            description = "The most messages in a transaction, of all consumers together",
            defaultValue = "100")
    private int batchSize = 100;

    @UriParam(
            label = "consumer",
            description = "A batch is also complete when its texts have this many characters together; 0: never",
            defaultValue = "0")
    private int batchCharacters;

    @UriParam(
            label = "consumer",
            description =
                    "How many octets of messages the broker sends ahead; 0: as many as the connection factory says",
            defaultValue = "0")
    private int prefetchBytes;

    @UriParam(
            label = "consumer",
            description = "How long an incomplete batch waits for more messages, in milliseconds",
            defaultValue = "2")
    private long batchInterval = 2;

    @UriParam(
            label = "consumer",
            description = "Sessions that read the queue side by side, each with its share of batchSize",
            defaultValue = "1")
    private int concurrentConsumers = 1;

    @UriParam(
            label = "consumer",
            description =
                    "The pause of a queue after a batch that failed or a message that was put back, in milliseconds",
            defaultValue = "1000")
    private long restAfterPutBack = 1000;

    @UriParam(
            label = "consumer",
            description = "The messages of a batch that failed are received one by one",
            defaultValue = "false")
    private boolean retryAlone;

    @UriParam(label = "consumer", description = "The queue for messages that failed")
    private String deadLetterQueue;

    @UriParam(label = "consumer", description = "Messages are received only while this is true")
    private BooleanSupplier receiveWhile = () -> true;

    @UriParam(
            label = "producer",
            description = "Sends in the transaction of the batch that the route received",
            defaultValue = "false")
    private boolean sameTransaction;

    @UriParam(
            description = "Properties of the settlement, the bean that settles each message",
            prefix = "settlement.",
            multiValue = true)
    private Map<String, Object> settlement = Map.of();

    JmsBatchEndpoint(String uri, JmsBatchComponent component, String queue, Settlement bean) {
        super(uri, component);
        this.queue = queue;
        this.bean = bean;
    }

    @Override
    public Producer createProducer() {
        return new JmsBatchProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return window > 0 ? new JmsWindowConsumer(this, processor) : new JmsBatchConsumer(this, processor);
    }

    @Override
    public JmsBatchComponent getComponent() {
        return (JmsBatchComponent) super.getComponent();
    }

    Connection createConnection() throws JMSException {
        return getComponent().getConnectionFactory().createConnection();
    }

    Settlement settlement() {
        return bean;
    }

    /** @param from one of its queues */
    boolean mayReceive(String from) {
        return receiveWhile.getAsBoolean() && getComponent().getReceiveWhile().getAsBoolean() && !isPaused(from);
    }

    /** @param from one of its queues */
    boolean isPaused(String from) {
        return getComponent().getPaused().test(from);
    }

    public String getQueue() {
        return queue;
    }

    public int getWindow() {
        return window;
    }

    public void setWindow(int window) {
        this.window = window;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public int getBatchCharacters() {
        return batchCharacters;
    }

    public void setBatchCharacters(int batchCharacters) {
        this.batchCharacters = batchCharacters;
    }

    public int getPrefetchBytes() {
        return prefetchBytes;
    }

    public void setPrefetchBytes(int prefetchBytes) {
        this.prefetchBytes = prefetchBytes;
    }

    public long getBatchInterval() {
        return batchInterval;
    }

    public void setBatchInterval(long batchInterval) {
        this.batchInterval = batchInterval;
    }

    public int getConcurrentConsumers() {
        return concurrentConsumers;
    }

    public void setConcurrentConsumers(int concurrentConsumers) {
        this.concurrentConsumers = concurrentConsumers;
    }

    public long getRestAfterPutBack() {
        return restAfterPutBack;
    }

    public void setRestAfterPutBack(long restAfterPutBack) {
        this.restAfterPutBack = restAfterPutBack;
    }

    public boolean isRetryAlone() {
        return retryAlone;
    }

    public void setRetryAlone(boolean retryAlone) {
        this.retryAlone = retryAlone;
    }

    public String getDeadLetterQueue() {
        return deadLetterQueue;
    }

    public void setDeadLetterQueue(String deadLetterQueue) {
        this.deadLetterQueue = deadLetterQueue;
    }

    public BooleanSupplier getReceiveWhile() {
        return receiveWhile;
    }

    public void setReceiveWhile(BooleanSupplier receiveWhile) {
        this.receiveWhile = receiveWhile;
    }

    public boolean isSameTransaction() {
        return sameTransaction;
    }

    public void setSameTransaction(boolean sameTransaction) {
        this.sameTransaction = sameTransaction;
    }

    public Map<String, Object> getSettlement() {
        return settlement;
    }

    public void setSettlement(Map<String, Object> settlement) {
        this.settlement = settlement;
    }
}
