package org.caravansms.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
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

    /** What the route wrote goes out as it is: Camel's own way makes a text of it and octets again. */
    @Override
    protected void doWriteDirectResponse(Message message, HttpServletResponse response, Exchange exchange)
            throws IOException {
        if (message.getBody() instanceof byte[] octets) {
            response.setContentLength(octets.length);
            response.getOutputStream().write(octets);
        } else if (message.getBody() instanceof StreamCache large) {
            large.writeTo(response.getOutputStream());
        } else {
            super.doWriteDirectResponse(message, response, exchange);
        }
    }
}
