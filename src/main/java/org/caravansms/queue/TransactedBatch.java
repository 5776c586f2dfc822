package org.caravansms.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultConsumer;
import org.caravansms.message.Outcome;

/** One transacted session that reads a queue: what a batch received and what its messages came to is one transaction. */
final class TransactedBatch implements AutoCloseable {

    private static final String RECEIVED = "JmsBatchReceived";
    private static final long IDLE_MILLIS = 200;
    private static final Outcome TAKEN = new Outcome.Sent(List.of());

    private final JmsBatchEndpoint endpoint;
    private final Connection connection;
    private final Session session;
    private final QueueReader queue;
    private final Settlement settlement;
    private final SameTransaction same;
    private final List<String> flushes = new ArrayList<>();

    TransactedBatch(JmsBatchEndpoint endpoint) throws JMSException {
        this.endpoint = endpoint;
        this.connection = endpoint.connectionFactory().createConnection();
        this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
        this.queue = new QueueReader(session, endpoint.getQueue());
        this.settlement = new Settlement(session, endpoint.getQueue(), endpoint);
        this.same = new SameTransaction(new SendQueued(session));
        connection.start();
    }

    /** @return up to a batch's size, as soon as it is complete or its interval is over; none when the queue is idle */
    List<Exchange> receive(DefaultConsumer consumer, int batchSize) throws JMSException {
        List<Exchange> batch = new ArrayList<>(batchSize);
        Message message = queue.take(IDLE_MILLIS);
        long end = System.nanoTime() + endpoint.getBatchInterval() * 1_000_000;
        while (message != null) {
            batch.add(exchange(consumer, message));
            boolean close = isFlush(message) || batch.size() >= batchSize || isLong(batch);
            message = close ? null : next(end);
        }
        return batch;
    }

    private boolean isLong(List<Exchange> batch) {
        int most = endpoint.getBatchCharacters();
        return most > 0 && batch.stream().mapToLong(TransactedBatch::characters).sum() >= most;
    }

    private static int characters(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof String text ? text.length() : 0;
    }

    private boolean isFlush(Message message) throws JMSException {
        String who = message.getStringProperty(JmsBatchEndpoint.FLUSH);
        return who != null && flushes.add(who);
    }

    private Message next(long end) throws JMSException {
        return queue.take(Math.max(0, (end - System.nanoTime()) / 1_000_000));
    }

    private static Exchange exchange(DefaultConsumer consumer, Message message) throws JMSException {
        Exchange exchange = consumer.createExchange(false);
        exchange.setProperty(RECEIVED, message);
        ReceivedMessage.read(message, exchange.getMessage());
        exchange.getMessage().setHeader(Exchange.MESSAGE_TIMESTAMP, message.getJMSTimestamp());
        return exchange;
    }

    /** Lets the batch's route send in this transaction. */
    void share(Exchange batch) {
        same.in(batch);
    }

    /** What was received is on the queue again, and nothing of what its route sent is anywhere. */
    void rollback() throws JMSException {
        flushes.clear();
        session.rollback();
    }

    /** @return who waits for this commit */
    List<String> flushes() {
        List<String> waiting = List.copyOf(flushes);
        flushes.clear();
        return waiting;
    }

    /** @return whether messages were put back, so that the queue should rest */
    boolean settle(List<Exchange> messages) throws JMSException {
        Outcome unsettled = endpoint.isTransacted() ? TAKEN : Settlement.UNSETTLED;
        boolean putBack = false;
        for (Exchange exchange : messages) {
            Outcome outcome = exchange.getProperty(JmsBatchEndpoint.OUTCOME, unsettled, Outcome.class);
            settlement.settle(exchange.getProperty(RECEIVED, Message.class), outcome);
            putBack |= outcome instanceof Outcome.PutBack || outcome == Settlement.UNSETTLED;
        }
        session.commit();
        return putBack;
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
