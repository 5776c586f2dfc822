package org.caravansms.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** One transacted session that reads a queue: a batch and the messages that its route sends are one transaction. */
final class TransactedBatch implements AutoCloseable {

    private static final long IDLE_MILLIS = 200;

    private final JmsBatchEndpoint endpoint;
    private final Connection connection;
    private final Session session;
    final QueueReader queue;
    private final QueueWriter writer;
    private final Settlement.Transaction transaction;
    private final List<String> flushes = new ArrayList<>();
    private final List<Exchange> held = new ArrayList<>();

    TransactedBatch(JmsBatchEndpoint endpoint) throws JMSException {
        this.endpoint = endpoint;
        this.connection = endpoint.createConnection();
        this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
        this.queue = new QueueReader(session, endpoint.getQueue(), endpoint.getPrefetchBytes());
        this.writer = new QueueWriter(session);
        this.transaction = endpoint.settlement().begin(writer, endpoint.getQueue(), endpoint);
        connection.start();
    }

    /**
     * @return a batch, when it is complete or its interval has passed, behind the messages that are held; when the queue
     *     is idle, only these
     */
    List<Exchange> receive(JmsBatchConsumer consumer, int batchSize) throws JMSException {
        List<Exchange> batch = new ArrayList<>(held);
        int most = held.size() + batchSize;
        Message message = take(IDLE_MILLIS);
        long end = System.nanoTime() + endpoint.getBatchInterval() * 1_000_000;
        long characters = 0;
        while (message != null) {
            for (Message each : endpoint.settlement().messages(message, session)) {
                Exchange read = exchange(consumer, each);
                batch.add(read);
                characters += characters(read);
            }
            boolean close = isFlush(message) || batch.size() >= most || isLong(characters);
            message = close ? null : next(end);
        }
        return batch;
    }

    private boolean isLong(long characters) {
        int most = endpoint.getBatchCharacters();
        return most > 0 && characters >= most;
    }

    private static long characters(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof String text ? text.length() : octets(exchange);
    }

    private static long octets(Exchange exchange) {
        Message message = received(exchange);
        try {
            return message instanceof BytesMessage bytes ? bytes.getBodyLength() : 0;
        } catch (JMSException e) {
            return 0;
        }
    }

    private boolean isFlush(Message message) throws JMSException {
        String name = message.getStringProperty(JmsBatchEndpoint.FLUSH);
        return name != null && flushes.add(name);
    }

    private Message next(long end) throws JMSException {
        return take(Math.max(0, (end - System.nanoTime()) / 1_000_000));
    }

    private Message take(long millis) throws JMSException {
        return endpoint.settlement().mayHold() ? queue.next(millis) : queue.take(millis);
    }

    private static Exchange exchange(JmsBatchConsumer consumer, Message message) throws JMSException {
        Exchange exchange = consumer.createExchange(false);
        exchange.setProperty(JmsBatchEndpoint.RECEIVED, message);
        consumer.read(message, exchange);
        return exchange;
    }

    /** The batch's route may send in this transaction. */
    void share(Exchange batch) {
        batch.setProperty(JmsBatchEndpoint.TRANSACTION, writer);
    }

    /** Puts the messages that were in one JMS message back to the queue, one by one and with their ids. */
    void split(List<Exchange> messages) throws JMSException {
        queue.send(messages.stream().map(TransactedBatch::received).toList());
        commit();
    }

    private static Message received(Exchange exchange) {
        return exchange.getProperty(JmsBatchEndpoint.RECEIVED, Message.class);
    }

    /** Returns the received messages to the queue and discards the messages that the route sent. */
    void rollback() throws JMSException {
        flushes.clear();
        held.clear();
        session.rollback();
    }

    /** @return whether the next batch may follow at once */
    boolean commit(List<Exchange> messages) throws JMSException {
        Settlement.Result worst = Settlement.Result.SETTLED;
        held.clear();
        for (Exchange exchange : messages) {
            Settlement.Result result = settle(exchange);
            worst = result.compareTo(worst) > 0 ? result : worst;
        }
        if (worst == Settlement.Result.LEFT) {
            rollback();
        } else {
            commit();
        }
        return worst == Settlement.Result.SETTLED;
    }

    private Settlement.Result settle(Exchange exchange) throws JMSException {
        Settlement.Result result = transaction.settle(received(exchange), List.of(exchange));
        if (result == Settlement.Result.HELD) {
            held.add(exchange);
            return Settlement.Result.SETTLED;
        } else if (endpoint.settlement().mayHold()) {
            QueueReader.acknowledge(received(exchange));
        }
        return result;
    }

    private void commit() throws JMSException {
        transaction.complete();
        session.commit();
        Map<String, CompletableFuture<Void>> waiting = endpoint.getComponent().flushes();
        flushes.stream().map(waiting::remove).filter(Objects::nonNull).forEach(flush -> flush.complete(null));
        flushes.clear();
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
