package org.caravansms.api.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoaderFactory;
import org.eclipse.jetty.util.Callback;

/**
 * Has each body received before a thread serves its request, whatever its type: a slow client holds a connection and the
 * octets so far, and no thread.
 */
final class ReceiveBody implements ContentLoaderFactory {

    private final Limits limits;
    private final BodyBudget budget;

    ReceiveBody(Limits limits, BodyBudget budget) {
        this.limits = limits;
        this.budget = budget;
    }

    @Override
    public String getApplicableMimeType() {
        return null;
    }

    @Override
    public ContentLoader newContentLoader(
            String contentType, String mimeType, Handler next, Request request, Response response, Callback callback) {
        return new BodyLoader(limits, budget.share(), next, request, response, callback);
    }
}
