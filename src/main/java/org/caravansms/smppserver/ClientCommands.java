package org.caravansms.smppserver;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.SmppPdu;

/**
 * Passes each query_sm, cancel_sm and replace_sm to its route, {@code direct:query-sm} and so on, on threads of its own,
 * since they wait for the store. The body that the route leaves is the answer. Where too many wait already, it is 0x58.
 */
final class ClientCommands {

    private static final long DRAIN_SECONDS = 60;

    private final SmppServerConsumer consumer;
    private final ProducerTemplate routes;
    private final ExecutorService threads;

    ClientCommands(SmppServerConsumer consumer, ProducerTemplate routes, ExecutorService threads) {
        this.consumer = consumer;
        this.routes = routes;
        this.threads = threads;
    }

    void add(ReceivedSubmit command) {
        try {
            threads.execute(() -> process(command));
        } catch (RejectedExecutionException e) {
            answer(command, command.pdu().answer(EsmeStatus.ESME_RTHROTTLED));
        }
    }

    private void process(ReceivedSubmit command) {
        Exchange exchange = command.exchange(consumer);
        String route = command.pdu().type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        routes.send("direct:" + route, exchange);
        answer(command, exchange.getException() == null ? exchange.getMessage().getBody() : failed(command, exchange));
    }

    private void answer(ReceivedSubmit command, Object left) {
        command.answer(left, consumer);
        command.session().flush();
    }

    /** @return null when it should not have happened */
    private SmppPdu failed(ReceivedSubmit command, Exchange exchange) {
        RefusedSubmitException refused = exchange.getException(RefusedSubmitException.class);
        if (refused == null) {
            consumer.getExceptionHandler()
                    .handleException("A command of an SMPP client failed", exchange.getException());
        }
        return refused == null ? null : command.pdu().answer(refused.status());
    }

    /** Returns once all that was added is answered. */
    void stop() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
    }
}
