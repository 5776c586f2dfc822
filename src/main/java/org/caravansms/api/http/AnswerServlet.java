package org.caravansms.api.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.http.common.CamelServlet;
import org.apache.camel.http.common.HttpConsumer;

/**
 * Camel's servlet with asynchronous answers: a client that does not read holds its connection and its answer, for a
 * limited time, and no thread. An exchange is done once its answer is written or its client has left.
 */
final class AnswerServlet extends CamelServlet {

    private static final long serialVersionUID = 1L;

    private final Duration most;

    /** @param most how long a client may take to read its answer */
    AnswerServlet(Duration most) {
        this.most = most;
    }

    @Override
    protected void afterProcess(
            HttpServletResponse response, HttpConsumer consumer, Exchange exchange, boolean rethrow) {
        try {
            consumer.getBinding().writeResponse(exchange, response);
            InputStream answer = exchange.getProperty(RawRequestBinding.ANSWER, InputStream.class);
            if (answer != null) {
                send(answer, response, consumer, exchange);
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

    private void send(InputStream answer, HttpServletResponse response, HttpConsumer consumer, Exchange exchange)
            throws IOException {
        AsyncContext request = exchange.getProperty(RawRequestBinding.REQUEST, HttpServletRequest.class)
                .startAsync();
        request.setTimeout(most.toMillis());
        SendAnswer send = new SendAnswer(
                request,
                response.getOutputStream(),
                answer,
                () -> RawRequestBinding.written(exchange),
                () -> end(consumer, exchange));
        request.addListener(send);
        response.getOutputStream().setWriteListener(send);
    }

    private static void end(HttpConsumer consumer, Exchange exchange) {
        consumer.doneUoW(exchange);
        consumer.releaseExchange(exchange, false);
    }
}
