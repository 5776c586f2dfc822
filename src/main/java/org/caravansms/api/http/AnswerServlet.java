package org.caravansms.api.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.http.common.CamelServlet;
import org.apache.camel.http.common.HttpConsumer;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.util.Callback;

/**
 * Camel's servlet without waiting threads: a request that waits for its commit, and a client that does not read, hold
 * a connection, the latter for a limited time. The thread on which a route ends writes the answer. An exchange is done
 * once its answer is written or its client has left.
 */
final class AnswerServlet extends CamelServlet {

    private static final long serialVersionUID = 1L;

    private final Duration most;
    private final transient LongConsumer answered;

    /**
     * @param most how long a client may take to read its answer
     * @param answered gets the milliseconds that each request took
     */
    AnswerServlet(Duration most, LongConsumer answered) {
        this.most = most;
        this.answered = answered;
    }

    @Override
    public boolean isAsync() {
        return true;
    }

    /** Begins on the server's thread: Camel's own would pass each request to another one. */
    @Override
    protected void handleService(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        try {
            doService(request, response);
        } catch (Exception e) {
            log.error("A request could not be served", e);
            sendError(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
        if (!RawRequestBinding.isRead(request)) {
            context.complete();
        }
    }

    @Override
    protected void afterProcess(
            HttpServletResponse response, HttpConsumer consumer, Exchange exchange, boolean rethrow) {
        try {
            consumer.getBinding().writeResponse(exchange, response);
            if (send(response, consumer, exchange)) {
                return;
            }
        } catch (IOException | RuntimeException e) {
            log.error("An answer could not be written", e);
            if (!response.isCommitted()) {
                sendError(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
        end(consumer, exchange);
    }

    private boolean send(HttpServletResponse response, HttpConsumer consumer, Exchange exchange) throws IOException {
        Object answer = exchange.getProperty(RawRequestBinding.ANSWER);
        if (answer instanceof byte[] octets) {
            ((HttpOutput) response.getOutputStream()).sendContent(ByteBuffer.wrap(octets), sent(consumer, exchange));
        } else if (answer != null) {
            AsyncContext context = context(exchange);
            context.setTimeout(most.toMillis());
            SendAnswer send = new SendAnswer(
                    context,
                    response.getOutputStream(),
                    (InputStream) answer,
                    () -> RawRequestBinding.written(exchange),
                    () -> release(consumer, exchange));
            context.addListener(send);
            response.getOutputStream().setWriteListener(send);
        }
        return answer != null;
    }

    /** A client that leaves early is no fault of the gateway. */
    private Callback sent(HttpConsumer consumer, Exchange exchange) {
        return new Callback() {
            @Override
            public void succeeded() {
                RawRequestBinding.written(exchange);
                end(consumer, exchange);
            }

            @Override
            public void failed(Throwable failure) {
                log.debug("A client left before its answer: {}", failure.toString());
                end(consumer, exchange);
            }
        };
    }

    private void end(HttpConsumer consumer, Exchange exchange) {
        AsyncContext context = context(exchange);
        release(consumer, exchange);
        context.complete();
    }

    private static AsyncContext context(Exchange exchange) {
        return exchange.getProperty(RawRequestBinding.REQUEST, HttpServletRequest.class)
                .getAsyncContext();
    }

    private void release(HttpConsumer consumer, Exchange exchange) {
        answered.accept(exchange.getClock().elapsed());
        consumer.doneUoW(exchange);
        consumer.releaseExchange(exchange, false);
    }
}
