package org.caravansms.api.http;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets GET, HEAD and POST pass. Any other method, TRACE and OPTIONS among them, is refused (RFC 9110 section 15.5.6). */
final class AllowMethods extends Handler.Wrapper {

    private static final Set<String> ALLOWED = Set.of("GET", "HEAD", "POST");

    AllowMethods(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (ALLOWED.contains(request.getMethod())) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, POST");
        Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        return true;
    }
}
