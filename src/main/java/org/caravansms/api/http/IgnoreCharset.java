package org.caravansms.api.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Removes the parameters of a Content-Type. The API takes the character set from {@code _charset_}, and the servlet fails
 * on one in the header with an impossible name.
 */
final class IgnoreCharset extends Handler.Wrapper {

    IgnoreCharset(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        int end = type == null ? -1 : type.indexOf(';');
        return super.handle(end < 0 ? request : typed(request, type.substring(0, end)), response, callback);
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
}
