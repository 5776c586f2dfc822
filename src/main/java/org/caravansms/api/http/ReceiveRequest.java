package org.caravansms.api.http;

import java.util.Set;
import org.caravansms.config.HttpSettings;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses any method but GET, HEAD and POST (RFC 9110 section 15.5.6), TRACE and OPTIONS among them, and has the body
 * received before a thread serves the request, whatever its type: a slow client holds a connection and the octets so far,
 * and no thread.
 */
final class ReceiveRequest extends EagerContentHandler {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    ReceiveRequest(HttpSettings settings, BodyBudget budget, Handler next) {
        super(next, new Loaders(settings, budget));
    }

    @Override
    protected boolean onConditionsMet(Request request, Response response, Callback callback) throws Exception {
        if (METHODS.contains(request.getMethod())) {
            return super.onConditionsMet(withoutCharset(request), response, callback);
        }
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
        Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        return true;
    }

    /** The API takes the character set from {@code _charset_}; the servlet fails on one with an impossible name. */
    private static Request withoutCharset(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        int end = type == null ? -1 : type.indexOf(';');
        return end < 0 ? request : typed(request, type.substring(0, end));
    }

    private static Request typed(Request request, String mediaType) {
        HttpFields headers = HttpFields.build(request.getHeaders())
                .put(HttpHeader.CONTENT_TYPE, mediaType.strip())
                .asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    private record Loaders(HttpSettings settings, BodyBudget budget) implements ContentLoaderFactory {

        @Override
        public String getApplicableMimeType() {
            return null;
        }

        @Override
        public ContentLoader newContentLoader(
                String type, String mimeType, Handler next, Request request, Response response, Callback callback) {
            return new BodyLoader(settings, budget.share(), next, request, response, callback);
        }
    }
}
