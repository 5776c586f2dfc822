package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.caravansms.jms.Flushes;
import org.caravansms.jms.JmsBatchComponent;
import org.caravansms.jms.JmsBatchEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step before a question to the store, which is a little behind what happens: it returns once everything that was
 * published before is there, or when its patience ends. Those who ask at the same time share one look.
 */
public final class StoreBarrier {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBarrier.class);

    private final AtomicLong asked = new AtomicLong();
    private final ReentrantLock looking = new ReentrantLock();
    private final ConnectionFactory connectionFactory;
    private final Flushes flushes;
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

    /** @return whether the store is as far as the events were; the question may be asked in any case */
    public boolean await() throws InterruptedException {
        long mine = asked.incrementAndGet();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        if (!looking.tryLock(patienceMillis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            if (seen < mine) {
                look(end);
            }
        } finally {
            looking.unlock();
        }
        return seen >= mine;
    }

    /** @return whether somebody here waits for the store */
    public boolean isAwaited() {
        return flushes.isAnyoneWaiting();
    }

    /** What it looks for stands behind everything that was published when it was asked for. */
    private void look(long end) throws InterruptedException {
        long all = asked.get();
        String name = UUID.randomUUID().toString();
        CompletableFuture<Void> arrival = flushes.expect(name);
        try {
            publish(name);
            arrival.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            seen = all;
        } catch (TimeoutException e) {
            LOG.debug("The store is more than {} ms behind", patienceMillis);
        } catch (JMSException | ExecutionException e) {
            LOG.warn("Nobody can tell how far the store is: {}", e.toString());
        } finally {
            flushes.forget(name);
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
