package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.caravansms.jms.JmsBatchComponent;
import org.caravansms.jms.JmsBatchEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step before a query of the store, which is a little behind the events: waits until the store has all events that
 * were published before, up to a time limit. Queries at the same time share one mark.
 */
public final class StoreBarrier {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBarrier.class);

    private final AtomicLong queries = new AtomicLong();
    private final ReentrantLock looking = new ReentrantLock();
    private final ConnectionFactory connectionFactory;
    private final Map<String, CompletableFuture<Void>> flushes;
    private final String topic;
    private final long patienceMillis;
    private volatile long seen;

    /**
     * @param component whose consumer feeds the store
     * @param events where events are published, such as {@code topic:sms.events}
     * @param patienceMillis how long to wait at most
     */
    public StoreBarrier(
            ConnectionFactory connectionFactory, JmsBatchComponent component, String events, long patienceMillis) {
        this.connectionFactory = connectionFactory;
        this.flushes = component.flushes();
        this.topic = events.substring(events.indexOf(':') + 1);
        this.patienceMillis = patienceMillis;
    }

    /** @return whether the store has these events; the query may follow in any case */
    public boolean await() throws InterruptedException {
        long own = queries.incrementAndGet();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        if (!looking.tryLock(patienceMillis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            if (seen < own) {
                awaitMark(end);
            }
        } finally {
            looking.unlock();
        }
        return seen >= own;
    }

    /** @return whether a query waits for the store */
    public boolean isAwaited() {
        return !flushes.isEmpty();
    }

    /** Publishes a mark behind all earlier events, and waits until the store has read it. */
    private void awaitMark(long end) throws InterruptedException {
        long latest = queries.get();
        String name = UUID.randomUUID().toString();
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        flushes.put(name, arrival);
        try {
            publish(name);
            arrival.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            seen = latest;
        } catch (TimeoutException e) {
            LOG.debug("The store is more than {} ms behind", patienceMillis);
        } catch (JMSException | ExecutionException e) {
            LOG.warn("The progress of the store is unknown: {}", e.toString());
        } finally {
            flushes.remove(name);
        }
    }

    private void publish(String name) throws JMSException {
        try (Connection connection = connectionFactory.createConnection();
                Session session = connection.createSession();
                MessageProducer producer = session.createProducer(session.createTopic(topic))) {
            Message mark = session.createTextMessage("{\"v\":1,\"events\":[]}");
            mark.setStringProperty(JmsBatchEndpoint.FLUSH, name);
            producer.send(mark, DeliveryMode.NON_PERSISTENT, Message.DEFAULT_PRIORITY, patienceMillis);
        }
    }
}
