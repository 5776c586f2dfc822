package org.caravansms.queue;

import jakarta.jms.ConnectionFactory;
import java.util.function.BooleanSupplier;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** A queue that is written and read in batches; see {@link JmsBatchComponent}. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "jms-batch", title = "JMS batch", syntax = "jms-batch:queue")
public final class JmsBatchEndpoint extends DefaultEndpoint {

    /** Where the consumer's route leaves the {@link org.caravansms.message.Outcome} of a message, on its exchange. */
    public static final String OUTCOME = "JmsBatchOutcome";

    /** The list of the batch's exchanges, on the exchange that carries the batch, whatever becomes of its body. */
    public static final String BATCH = "JmsBatch";

    /** The JMS property that counts the tries that an SMSC answered and asked to be repeated. */
    public static final String ATTEMPTS = "SmsAttempts";

    /** The JMS property that counts how often the message may have been sent without our knowing. */
    public static final String IN_DOUBT = "SmsInDoubt";

    /** The JMS property that says on the dead-letter queue why the message could not be sent. */
    public static final String REASON = "SmsReason";

    private final ConnectionFactory connectionFactory;

    @UriPath(description = "The queue's name; a consumer reads several that commas separate")
    private final String queue;

    @UriParam(
            label = "consumer",
            description = "The most messages of a queue under way, all consumers taken together",
            defaultValue = "100")
    private int batchSize = 100;

    @UriParam(label = "consumer", description = "How long an incomplete batch waits, ms", defaultValue = "2")
    private long batchInterval = 2;

    @UriParam(
            label = "consumer",
            description = "Sessions that read the queue side by side, each a share of batchSize",
            defaultValue = "1")
    private int concurrentConsumers = 1;

    @UriParam(
            label = "consumer",
            description = "The rest after a batch that put messages back, ms",
            defaultValue = "1000")
    private long restAfterPutBack = 1000;

    @UriParam(label = "consumer", description = "Where a failed message goes")
    private String deadLetterQueue;

    @UriParam(label = "consumer", description = "A batch is taken only while this says yes")
    private BooleanSupplier receiveWhile = () -> true;

    JmsBatchEndpoint(String uri, JmsBatchComponent component, String queue, ConnectionFactory connectionFactory) {
        super(uri, component);
        this.queue = queue;
        this.connectionFactory = connectionFactory;
    }

    @Override
    public Producer createProducer() {
        return new JmsBatchProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new JmsBatchConsumer(this, processor);
    }

    ConnectionFactory connectionFactory() {
        return connectionFactory;
    }

    public String getQueue() {
        return queue;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
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
}
