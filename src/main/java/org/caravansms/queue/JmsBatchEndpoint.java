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

    /** The JMS property of a message in doubt that says for how many milliseconds it rests; none on one that is held. */
    public static final String REST = "SmsRest";

    /** The JMS property that says on a queue for people why the message is there. */
    public static final String REASON = "SmsReason";

    /** The JMS property that says which queue such a message came from. */
    public static final String QUEUE = "SmsQueue";

    /** The JMS property that says since when it is there, in milliseconds since 1970. */
    public static final String SINCE = "SmsSince";

    /** The JMS property that says which provider had it, the consumer's {@code settledBy}. */
    public static final String PROVIDER = "SmsProvider";

    /** The JMS property with the {@link org.caravansms.message.Progress} of a message whose first parts were sent. */
    public static final String PARTS = "SmsParts";

    /** The JMS property with the priority that a message had before it was put back to the head of its queue. */
    public static final String PRIORITY = "SmsPriority";

    /** The JMS property that is true on a message whose client wants to hear what becomes of it. */
    public static final String REPORT = "SmsReport";

    /** The JMS property of a message that asks for its batch to be closed at once, and names who waits for that. */
    public static final String FLUSH = "SmsFlush";

    /** Whether the consumer of a message still runs, a {@link BooleanSupplier} on its exchange. */
    public static final String GO_ON = "JmsBatchGoOn";

    private final ConnectionFactory connectionFactory;

    @UriPath(description = "The queue's name; a consumer with a window may read several, separated by commas")
    private final String queue;

    @UriParam(
            label = "consumer",
            description = "More than 0: the route gets each message by itself, up to so many at a time; those that are"
                    + " settled meanwhile are committed together. Instead of batchSize",
            defaultValue = "0")
    private int window;

    @UriParam(
            label = "consumer",
            description = "The most messages under way, all consumers taken together",
            defaultValue = "100")
    private int batchSize = 100;

    @UriParam(
            label = "consumer",
            description = "A batch is complete too once its texts have this many characters together; 0: never",
            defaultValue = "0")
    private int batchCharacters;

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

    @UriParam(label = "consumer", description = "Where a message goes whose outcome a person must decide")
    private String doubtQueue;

    @UriParam(
            label = "consumer",
            description = "How many times a message may be in doubt until a person must decide; before, it rests on"
                    + " doubtQueue",
            defaultValue = "3")
    private int doubtAttempts = 3;

    @UriParam(label = "consumer", description = "The name that is noted on messages that are kept for people")
    private String settledBy;

    @UriParam(
            description =
                    "Where the events of messages are published in the same transaction, such as topic:sms.events")
    private String events;

    @UriParam(
            label = "consumer",
            description =
                    "Whether events tell of each message in full, and not only of those whose client wants reports",
            defaultValue = "false")
    private boolean eventsInFull;

    @UriParam(
            label = "consumer",
            description = "A batch that its route fails to take stays on the queue as a whole, and comes again",
            defaultValue = "false")
    private boolean transacted;

    @UriParam(
            label = "producer",
            description = "Sends in the transaction of the transacted consumer whose route this is",
            defaultValue = "false")
    private boolean sameTransaction;

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
        return window > 0 ? new JmsWindowConsumer(this, processor) : new JmsBatchConsumer(this, processor);
    }

    Flushes flushes() {
        return ((JmsBatchComponent) getComponent()).flushes();
    }

    ConnectionFactory connectionFactory() {
        return connectionFactory;
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

    public String getDoubtQueue() {
        return doubtQueue;
    }

    public void setDoubtQueue(String doubtQueue) {
        this.doubtQueue = doubtQueue;
    }

    public int getDoubtAttempts() {
        return doubtAttempts;
    }

    public void setDoubtAttempts(int doubtAttempts) {
        this.doubtAttempts = doubtAttempts;
    }

    public String getSettledBy() {
        return settledBy;
    }

    public void setSettledBy(String settledBy) {
        this.settledBy = settledBy;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public boolean isEventsInFull() {
        return eventsInFull;
    }

    public void setEventsInFull(boolean eventsInFull) {
        this.eventsInFull = eventsInFull;
    }

    public boolean isTransacted() {
        return transacted;
    }

    public void setTransacted(boolean transacted) {
        this.transacted = transacted;
    }

    public boolean isSameTransaction() {
        return sameTransaction;
    }

    public void setSameTransaction(boolean sameTransaction) {
        this.sameTransaction = sameTransaction;
    }

    boolean mayReceive() {
        return receiveWhile.getAsBoolean() && ((JmsBatchComponent) getComponent()).hasRoom();
    }

    public BooleanSupplier getReceiveWhile() {
        return receiveWhile;
    }

    public void setReceiveWhile(BooleanSupplier receiveWhile) {
        this.receiveWhile = receiveWhile;
    }
}
