package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.caravansms.jms.WindowSession.InHand;

/**
 * Passes its route the messages of one or more queues, one by one, up to a window at a time, and commits their
 * settlements in groups. No thread waits for the end of a route. A message's unit of work ends with that commit, which its completion listeners see. At a stop
 * nothing more is received, and the messages in the route are finished.
 */
final class JmsWindowConsumer extends JmsBatchConsumer {

    private Semaphore room;

    JmsWindowConsumer(JmsBatchEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    List<WindowLoop> loops() {
        int size = getEndpoint().getWindow();
        String[] queues = getEndpoint().getQueue().split("\\s*,\\s*");
        int each = Math.min(getEndpoint().getConcurrentConsumers(), size);
        room = new Semaphore(size);
        return IntStream.range(0, queues.length * each)
                .mapToObj(i -> new WindowLoop(this, queues[i % queues.length]))
                .toList();
    }

    boolean hasRoom() {
        return room.tryAcquire();
    }

    void releaseRoom() {
        room.release();
    }

    Exchange exchange(WindowLoop loop) {
        Exchange exchange = createExchange(false);
        exchange.setProperty(JmsBatchEndpoint.GO_ON, (BooleanSupplier) loop::isRunning);
        return exchange;
    }

    /** @param routed gets the message at the end of its route, from the thread on which the route ends */
    void handOut(InHand message, BlockingQueue<InHand> routed) {
        createUoW(message);
        route(message, message.exchange(), routed);
    }

    /** A repeated message stays in the window. */
    private void route(InHand message, Exchange exchange, BlockingQueue<InHand> routed) {
        getAsyncProcessor().process(exchange, doneSync -> {
            handle(exchange);
            if (getEndpoint().settlement().isRepeated(exchange)) {
                route(message, again(message), routed);
            } else {
                end(message, exchange);
                room.release();
                routed.add(message);
            }
        });
    }

    private void createUoW(InHand message) {
        try {
            createUoW(message.exchange());
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private static void end(InHand message, Exchange exchange) {
        message.exchange().getMessage().setBody(exchange.getMessage().getBody());
        message.exchange().setException(exchange.getException());
    }

    /** The message as it was received, without the properties that an error handler left on its exchange. */
    private Exchange again(InHand message) {
        Exchange again = createExchange(false);
        try {
            read(message.message(), again);
        } catch (JMSException e) {
            again.setException(e);
        }
        message.exchange().getProperties().forEach(again::setProperty);
        again.getExchangeExtension().setUnitOfWork(message.exchange().getUnitOfWork());
        return again;
    }

    private void handle(Exchange exchange) {
        if (exchange.getException() != null) {
            getExceptionHandler()
                    .handleException("A message was not settled by its route", exchange, exchange.getException());
        }
    }

    /** @param committed whether the settlement of the message was committed */
    void done(Exchange exchange, boolean committed) {
        if (!committed && exchange.getException() == null) {
            exchange.setException(new IllegalStateException("The transaction was not committed"));
        }
        doneUoW(exchange);
    }
}
