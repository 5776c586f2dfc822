package org.caravansms.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.http.common.DefaultHttpBinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the route an HTTP request untouched, as a {@link RawRequest}. Camel's own binding turns every transport header
 * and parameter into a message header, replaces line breaks in them, and meets the server's limit of 1,000 form keys.
 * The path is the only header, since the servlet asks for it; the route removes it.
 */
public final class RawRequestBinding extends DefaultHttpBinding {

    /** The request's attribute with the octets of its body, or with the ApiException that refuses it; the server sets it. */
    public static final String BODY = RawRequestBinding.class.getName() + ".body";

    /** The request's attribute with a BooleanSupplier: whether its client still waits for the answer; the server sets it. */
    public static final String WAITS = RawRequestBinding.class.getName() + ".waits";

    private static final Logger LOG = LoggerFactory.getLogger(RawRequestBinding.class);
    private static final byte[] NONE = {};
    private static final String METHOD = "SmsHttpMethod";
    private static final String HEAD = "HEAD";

    public RawRequestBinding() {
        HttpHeaderFilterStrategy answerHeaders = new HttpHeaderFilterStrategy();
        // Camel's own keeps it back, since it could be a request's; here those are gone by then
        answerHeaders.getOutFilter().remove("cache-control");
        setHeaderFilterStrategy(answerHeaders);
    }

    @Override
    public void readRequest(HttpServletRequest request, Message message) {
        Object body = request.getAttribute(BODY);
        request.removeAttribute(BODY);
        message.getExchange().setProperty(METHOD, request.getMethod());
        message.getExchange().setProperty(Answered.WAITS, request.getAttribute(WAITS));
        message.setHeader(Exchange.HTTP_PATH, request.getRequestURI());
        message.setBody(new RawRequest(
                request.getMethod(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                Objects.requireNonNullElse(request.getContentType(), ""),
                body instanceof byte[] octets ? octets : NONE,
                client(request),
                body instanceof ApiException refusal ? refusal : null));
    }

    /** A client that left before its answer is nothing that the gateway could mend, or should report. */
    @Override
    public void writeResponse(Exchange exchange, HttpServletResponse response) throws IOException {
        try {
            super.writeResponse(exchange, response);
            response.flushBuffer();
            exchange.setProperty(Answered.WRITTEN, !HEAD.equals(exchange.getProperty(METHOD)));
        } catch (IOException e) {
            LOG.debug("A client left before its answer: {}", e.toString());
        }
    }

    private static Client client(HttpServletRequest request) {
        return new Client(
                request.getRemoteAddr(),
                request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null,
                Objects.requireNonNullElse(request.getHeader("Authorization"), ""));
    }

    /** What the route wrote goes out as it is: Camel's own way decodes and encodes a text once more. */
    @Override
    protected void doWriteDirectResponse(Message message, HttpServletResponse response, Exchange exchange)
            throws IOException {
        if (message.getBody() instanceof StreamCache cached) {
            if (cached.inMemory()) {
                response.setContentLengthLong(cached.length());
            }
            cached.writeTo(response.getOutputStream());
        } else {
            byte[] octets = octets(message.getBody());
            response.setContentLength(octets.length);
            response.getOutputStream().write(octets);
        }
    }

    private static byte[] octets(Object body) {
        return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) body;
    }
}
