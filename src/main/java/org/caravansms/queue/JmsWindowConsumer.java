package org.caravansms.queue;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.caravansms.message.Outcome;

/**
 * Hands its route the messages of one or more queues, each by itself, up to a window at a time; what they came to is
 * committed in groups. A message's unit of work ends with that commit: whoever listens for its completion hears when it
 * is on record. A stop takes nothing new and lets the messages under way come to their end.
 */
final class JmsWindowConsumer extends DefaultConsumer {

    private static final long DRAIN_SECONDS = 60;

    /** A few messages wait for a free thread, so that none waits for a message. */
    private static final int AHEAD = 4;

    private final List<WindowLoop> loops = new ArrayList<>();
    private Semaphore room;
    private ExecutorService readers;
    private ExecutorService window;

    JmsWindowConsumer(JmsBatchEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    public JmsBatchEndpoint getEndpoint() {
        return (JmsBatchEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        int size = getEndpoint().getWindow();
        String[] queues = getEndpoint().getQueue().split("\\s*,\\s*");
        int each = Math.min(getEndpoint().getConcurrentConsumers(), size);
        room = new Semaphore(size + Math.max(1, size / AHEAD));
        window = threads("window", size);
        readers = threads("reader", queues.length * each);
        for (int i = 0; i < queues.length * each; i++) {
            WindowLoop loop = new WindowLoop(this, queues[i % queues.length]);
            loops.add(loop);
            readers.execute(loop);
        }
    }

    private ExecutorService threads(String name, int count) {
        return getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, name + "-" + getRouteId(), count);
    }

    boolean hasRoom() {
        return room.tryAcquire();
    }

    void giveBackRoom() {
        room.release();
    }

    Exchange exchange(WindowLoop loop) {
        Exchange exchange = createExchange(false);
        exchange.setProperty(JmsBatchEndpoint.GO_ON, (BooleanSupplier) loop::isRunning);
        return exchange;
    }

    /** @param settled gets the message once its route has settled it */
    void handOut(InHand message, BlockingQueue<InHand> settled) {
        window.execute(() -> {
            try {
                send(message);
            } finally {
                room.release();
                settled.add(message);
            }
        });
    }

    /** A message that takes another turn stays on its thread: it is still one of the window. */
    private void send(InHand message) {
        Exchange exchange = message.exchange();
        process(exchange);
        while (exchange.getMessage().getBody() instanceof Outcome.AnotherTurn) {
            Exchange turn = turn(message);
            process(turn);
            exchange.getMessage().setBody(turn.getMessage().getBody());
            exchange.setException(turn.getException());
        }
    }

    /** The message as it was received: what an error handler has left on an exchange would mislead it the next time. */
    private Exchange turn(InHand message) {
        Exchange turn = createExchange(false);
        try {
            ReceivedMessage.read(message.message(), turn.getMessage());
        } catch (JMSException e) {
            turn.setException(e);
        }
        message.exchange().getProperties().forEach(turn::setProperty);
        turn.getExchangeExtension().setUnitOfWork(message.exchange().getUnitOfWork());
        return turn;
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

    /** @param committed whether what the message came to is on record */
    void done(Exchange exchange, boolean committed) {
        if (!committed && exchange.getException() == null) {
            exchange.setException(new IllegalStateException("The transaction was not committed"));
        }
        doneUoW(exchange);
    }

    @Override
    protected void doStop() throws Exception {
        loops.forEach(WindowLoop::stop);
        loops.clear();
        end(readers);
        end(window);
        super.doStop();
    }

    private static void end(ExecutorService threads) throws InterruptedException {
        if (threads != null) {
            threads.shutdown();
            threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
        }
    }
}
