package org.caravansms.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;
import org.apache.camel.http.common.DefaultHttpBinding;

/**
 * Hands the route an HTTP request untouched, as a {@link RawRequest}. Camel's own binding turns every transport header
 * and parameter into a message header, replaces line breaks in them, and meets the server's limit of 1,000 form keys.
 * The path is the only header, since the servlet asks for it; the route removes it.
 */
public final class RawRequestBinding extends DefaultHttpBinding {

    private final int maxBodyBytes;

    /** @param maxBodyBytes what a body may have; one octet more is read, so that the next step can tell */
    public RawRequestBinding(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
        setHeaderFilterStrategy(answerHeaders());
    }

    /** Camel's own keeps Cache-Control of an answer back, since it could be a request's; here those are gone by then. */
    private static HttpHeaderFilterStrategy answerHeaders() {
        HttpHeaderFilterStrategy strategy = new HttpHeaderFilterStrategy();
        strategy.getOutFilter().remove("cache-control");
        return strategy;
    }

    /** The body of an answer is octets whatever their type: text would be decoded in the charset of the machine. */
    @Override
    protected boolean isText(String contentType) {
        return false;
    }

    @Override
    public void readRequest(HttpServletRequest request, Message message) {
        message.setHeader(Exchange.HTTP_PATH, request.getRequestURI());
        message.setBody(new RawRequest(
                request.getMethod(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                Objects.requireNonNullElse(request.getContentType(), ""),
                body(request),
                client(request)));
    }

    private static Client client(HttpServletRequest request) {
        return new Client(
                request.getRemoteAddr(),
                request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null,
                Objects.requireNonNullElse(request.getHeader("Authorization"), ""));
    }

    private byte[] body(HttpServletRequest request) {
        try {
            return request.getInputStream().readNBytes(maxBodyBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
