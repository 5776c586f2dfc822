package org.caravansms.api.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.http.common.DefaultHttpBinding;
import org.caravansms.api.ApiException;
import org.caravansms.api.Client;
import org.caravansms.api.RawRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the route an HTTP request untouched, as a {@link RawRequest}. Camel's own binding turns every transport header
 * and parameter into a message header, replaces line breaks in them, and meets the server's limit of 1,000 form keys.
 * The path is the only header, since the servlet asks for it; the route removes it.
 */
public final class RawRequestBinding extends DefaultHttpBinding {

    /** The request's attribute with the octets of its body, or with the ApiException that refuses it; the server sets it. */
    static final String BODY = RawRequestBinding.class.getName() + ".body";

    /** The exchange's property with its HttpServletRequest. */
    public static final String REQUEST = "SmsHttpRequest";

    /** The exchange's property with the answer's body, octets or an InputStream, once its head is written. */
    static final String ANSWER = "SmsHttpAnswer";

    private static final Logger LOG = LoggerFactory.getLogger(RawRequestBinding.class);
    /** A body that a connection takes at once, unless its client does not read. */
    private static final int SMALL = 16 * 1024;

    private static final byte[] NONE = {};
    private static final String METHOD = "SmsHttpMethod";
    private static final String HEAD = "HEAD";

    public RawRequestBinding() {
        HttpHeaderFilterStrategy answerHeaders = new HttpHeaderFilterStrategy();
        // Camel's own filter drops it, as it could be a request's; here the route has removed those
        answerHeaders.getOutFilter().remove("cache-control");
        setHeaderFilterStrategy(answerHeaders);
    }

    @Override
    public void readRequest(HttpServletRequest request, Message message) {
        Object body = request.getAttribute(BODY);
        request.removeAttribute(BODY);
        message.getExchange().setProperty(REQUEST, request);
        message.getExchange().setProperty(METHOD, request.getMethod());
        message.getExchange().setProperty(AnswerDelivery.CONNECTION, connection(request));
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

    /** @return whether an exchange has the request, and will end with its answer */
    static boolean isRead(HttpServletRequest request) {
        return request.getAttribute(BODY) == null;
    }

    /** The whole answer is sent. */
    static void written(Exchange exchange) {
        exchange.setProperty(AnswerDelivery.WRITTEN, !HEAD.equals(exchange.getProperty(METHOD)));
    }

    private static EndPoint connection(HttpServletRequest request) {
        return ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }

    private static Client client(HttpServletRequest request) {
        return new Client(
                request.getRemoteAddr(),
                RemoteOrigin.shows(request),
                Objects.requireNonNullElse(request.getHeader("Authorization"), ""));
    }

    /** Sends the octets of the route as they are: Camel decodes and encodes a text once more. */
    @Override
    protected void doWriteDirectResponse(Message message, HttpServletResponse response, Exchange exchange)
            throws IOException {
        if (message.getBody() instanceof StreamCache cached) {
            if (cached.inMemory()) {
                response.setContentLengthLong(cached.length());
            }
            boolean small = cached.inMemory() && cached.length() <= SMALL;
            exchange.setProperty(ANSWER, small ? ((InputStream) cached).readAllBytes() : cached);
        } else {
            byte[] octets = octets(message.getBody());
            response.setContentLength(octets.length);
            exchange.setProperty(ANSWER, octets.length <= SMALL ? octets : new ByteArrayInputStream(octets));
        }
    }

    /** No route could answer: the server sends an envelope without details of the failure. */
    @Override
    public void doWriteExceptionResponse(Throwable failure, HttpServletResponse response) throws IOException {
        LOG.error("A request could not be answered", failure);
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    private static byte[] octets(Object body) {
        return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) body;
    }
}
