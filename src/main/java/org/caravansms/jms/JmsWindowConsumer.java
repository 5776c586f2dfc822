package org.caravansms.jms;

import jakarta.jms.JMSException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.caravansms.jms.WindowSession.InHand;

/**
 * Passes its route the messages of one or more queues, one by one, up to a window at a time, and commits their
 * settlements in groups. A message's unit of work ends with that commit, which its completion listeners see. At a stop
 * nothing more is received, and the messages in the route are finished.
 */
final class JmsWindowConsumer extends JmsBatchConsumer {

    /** A quarter of the window waits for free threads, so that no thread waits for a message. */
    private static final int AHEAD = 4;

    private Semaphore room;
    private ExecutorService window;

    JmsWindowConsumer(JmsBatchEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    List<WindowLoop> loops() {
        int size = getEndpoint().getWindow();
        String[] queues = getEndpoint().getQueue().split("\\s*,\\s*");
        int each = Math.min(getEndpoint().getConcurrentConsumers(), size);
        room = new Semaphore(size + Math.max(1, size / AHEAD));
        window = threads("window", size);
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

    /** @param routed gets the message at the end of its route */
    void handOut(InHand message, BlockingQueue<InHand> routed) {
        window.execute(() -> {
            try {
                send(message);
            } finally {
                room.release();
                routed.add(message);
            }
        });
    }

    /** A repeated message stays on its thread and in the window. */
    private void send(InHand message) {
        Exchange exchange = message.exchange();
        process(exchange);
        while (getEndpoint().settlement().isRepeated(exchange)) {
            Exchange again = again(message);
            process(again);
            exchange.getMessage().setBody(again.getMessage().getBody());
            exchange.setException(again.getException());
        }
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

    private void process(Exchange exchange) {
        try {
            if (exchange.getUnitOfWork() == null) {
                createUoW(exchange);
            }
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
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

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        end(window);
    }
}
