package org.caravansms.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.client.impl.ClientConsumerInternal;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.activemq.artemis.utils.SelectorTranslator;

/**
 * A consumer of a queue that waits by the monotonic clock. A JMS consumer waits an hour longer for a message when the
 * wall clock is set back by an hour meanwhile, and the commit and stop of its thread wait with it.
 */
public final class QueueReader implements AutoCloseable {

    private final ActiveMQSession session;
    private final ClientConsumerInternal consumer;
    private final String queue;
    private volatile boolean awake;

    /**
     * Creates a missing queue, as a JMS consumer does.
     *
     * @param session one of Artemis
     */
    public QueueReader(Session session, String queue) throws JMSException {
        this(session, queue, 0);
    }

    /** @param prefetch how many octets of messages the broker sends ahead, 0 for the connection factory's */
    QueueReader(Session session, String queue, int prefetch) throws JMSException {
        this(
                session,
                queue,
                core -> prefetch == 0
                        ? core.createConsumer(queue)
                        : core.createConsumer(queue, null, prefetch, -1, false));
    }

    /** @param selector as in JMS, or null */
    public QueueReader(Session session, String queue, String selector) throws JMSException {
        this(
                session,
                queue,
                core -> core.createConsumer(queue, SelectorTranslator.convertToActiveMQFilterString(selector)));
    }

    private QueueReader(Session session, String queue, Consumers consumers) throws JMSException {
        this.session = (ActiveMQSession) session;
        this.queue = queue;
        session.createConsumer(session.createQueue(queue)).close();
        this.consumer = (ClientConsumerInternal) translated(() -> consumers.create(this.session.getCoreSession()));
    }

    @FunctionalInterface
    private interface Consumers {
        ClientConsumer create(ClientSession session) throws ActiveMQException;
    }

    /** @return a message, not acknowledged; null after the wait without one */
    ClientMessage receive(long millis) throws JMSException {
        return translated(() -> isReady(millis) ? consumer.receiveImmediate() : null);
    }

    /** The consumer notifies its waiters of each message; a closed one throws from the next receive. */
    private boolean isReady(long millis) throws JMSException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (consumer) {
            long left = end - System.nanoTime();
            while (consumer.getBufferSize() == 0 && !consumer.isClosed() && !awake && left > 0) {
                await(left);
                left = end - System.nanoTime();
            }
            return consumer.getBufferSize() > 0 || consumer.isClosed();
        }
    }

    /** Ends the wait for a message, now and from now on. */
    void wake() {
        awake = true;
        synchronized (consumer) {
            consumer.notifyAll();
        }
    }

    private void await(long nanos) throws JMSException {
        try {
            TimeUnit.NANOSECONDS.timedWait(consumer, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JMSException("Interrupted while it waited for a message");
        }
    }

    ActiveMQMessage read(ClientMessage received) throws JMSException {
        ActiveMQMessage message = ActiveMQMessage.createMessage(received, session.getCoreSession());
        translated(() -> {
            message.doBeforeReceive();
            return null;
        });
        return message;
    }

    /** @return the next one, acknowledged in its session's transaction, or null after the wait without one */
    public ActiveMQMessage take(long millis) throws JMSException {
        ActiveMQMessage message = next(millis);
        if (message != null) {
            translated(() -> {
                core(message).acknowledge();
                return null;
            });
        }
        return message;
    }

    /** @return the next one, not acknowledged, or null after the wait without one */
    ActiveMQMessage next(long millis) throws JMSException {
        ClientMessage received = receive(millis);
        return received == null ? null : read(received);
    }

    /** Acknowledges one that was not, and no other one, in its session's transaction. */
    static void acknowledge(Message message) throws JMSException {
        translated(() -> {
            core(message).individualAcknowledge();
            return null;
        });
    }

    private static ClientMessage core(Message message) {
        return (ClientMessage) ((ActiveMQMessage) message).getCoreMessage();
    }

    /** Puts messages on the queue as they are, where a JMS producer gives them another id. */
    void send(List<Message> messages) throws JMSException {
        translated(() -> {
            try (ClientProducer producer = session.getCoreSession().createProducer(queue)) {
                for (Message message : messages) {
                    producer.send(((ActiveMQMessage) message).getCoreMessage());
                }
            }
            return null;
        });
    }

    @Override
    public void close() throws JMSException {
        translated(() -> {
            consumer.close();
            return null;
        });
    }

    static <T> T translated(Call<T> call) throws JMSException {
        try {
            return call.call();
        } catch (ActiveMQException e) {
            throw (JMSException) new JMSException(e.getMessage()).initCause(e);
        }
    }

    @FunctionalInterface
    interface Call<T> {
        T call() throws ActiveMQException, JMSException;
    }
}
