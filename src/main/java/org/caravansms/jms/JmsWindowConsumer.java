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

    /**
     * Routes the next text of a message.
     *
     * @param routed gets the message at the end of the route, from the thread on which the route ends
     */
    void handOut(InHand message, WindowLoop loop, BlockingQueue<InHand> routed) throws JMSException {
        String text = message.next();
        Exchange exchange = exchange(message, text);
        exchange.setProperty(JmsBatchEndpoint.GO_ON, (BooleanSupplier) loop::isRunning);
        begin(exchange);
        message.begin(exchange);
        new Routing(message, text, exchange, routed).route(exchange);
    }

    private Exchange exchange(InHand message, String text) throws JMSException {
        Exchange exchange = createExchange(false);
        read(message.message, exchange);
        exchange.getMessage().setBody(text);
        return exchange;
    }

    private void begin(Exchange exchange) {
        try {
            createUoW(exchange);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    /** The way of a text through the route, or its ways: a repeated one stays in the window. */
    private final class Routing {

        private final InHand message;
        private final String text;
        private final Exchange first;
        private final BlockingQueue<InHand> routed;

        Routing(InHand message, String text, Exchange first, BlockingQueue<InHand> routed) {
            this.message = message;
            this.text = text;
            this.first = first;
            this.routed = routed;
        }

        void route(Exchange exchange) {
            getAsyncProcessor().process(exchange, doneSync -> routed(exchange));
        }

        private void routed(Exchange exchange) {
            if (exchange.getException() != null) {
                getExceptionHandler()
                        .handleException("A message was not settled by its route", exchange, exchange.getException());
            }
            if (getEndpoint().settlement().isRepeated(exchange)) {
                route(again());
            } else {
                first.getMessage().setBody(exchange.getMessage().getBody());
                first.setException(exchange.getException());
                room.release();
                routed.add(message);
            }
        }

        /** As it was received, without the properties that an error handler left on its exchange. */
        private Exchange again() {
            try {
                Exchange again = exchange(message, text);
                first.getProperties().forEach(again::setProperty);
                again.getExchangeExtension().setUnitOfWork(first.getUnitOfWork());
                return again;
            } catch (JMSException e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
        }
    }

    /** @param committed whether the settlement of the message was committed */
    void done(InHand message, boolean committed) {
        for (Exchange exchange : message.exchanges()) {
            if (!committed && exchange.getException() == null) {
                exchange.setException(new IllegalStateException("The transaction was not committed"));
            }
            doneUoW(exchange);
        }
    }
}
