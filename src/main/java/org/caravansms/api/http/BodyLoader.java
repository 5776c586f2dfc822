package org.caravansms.api.http;

import java.util.concurrent.TimeoutException;
import org.caravansms.api.ApiException;
import org.caravansms.config.HttpSettings;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Receives the body of one request and passes the request on with its octets, or with the refusal that the route answers.
 * The rest of a refused body is read and dropped, up to a limit: many clients read the answer only after they have sent
 * all of it.
 */
final class BodyLoader extends ContentLoader implements Invocable.Task {

    private static final long MOST_DROPPED = 64L * 1024 * 1024;

    private final HttpSettings settings;
    private final BodyBudget.Share share;
    private final Body body;
    private ApiException refusal;
    private long dropped;

    BodyLoader(
            HttpSettings settings,
            BodyBudget.Share share,
            Handler next,
            Request request,
            Response response,
            Callback callback) {
        super(next, request, response, callback);
        this.settings = settings;
        this.share = share;
        this.body = new Body(share, settings.maxBodyBytes(), request.getLength());
    }

    @Override
    protected void load() {
        Request.addCompletionListener(getRequest(), failure -> share.release());
        if (getRequest().getLength() > settings.maxBodyBytes()) {
            refuse(Body.tooLarge(settings.maxBodyBytes()));
        }
        if (refusal != null && getRequest().getHeaders().contains(HttpHeader.EXPECT)) {
            serve();
        } else if (isReceived()) {
            serve();
        }
    }

    /** More of it has arrived: this runs on a thread that must not block. */
    @Override
    public void run() {
        if (isLate()) {
            answer(HttpStatus.REQUEST_TIMEOUT_408);
        } else if (isReceived()) {
            getRequest().getContext().execute(this::serve);
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** @return false when there is more to come, or the request is over */
    private boolean isReceived() {
        for (Content.Chunk chunk = getRequest().read();
                chunk != null;
                chunk = getRequest().read()) {
            if (Content.Chunk.isFailure(chunk)) {
                fail(chunk.getFailure());
                return false;
            }
            take(chunk);
            if (chunk.isLast() || dropped > MOST_DROPPED) {
                return true;
            }
        }
        getRequest().demand(this);
        return false;
    }

    private void take(Content.Chunk chunk) {
        try {
            if (refusal == null) {
                body.append(chunk.getByteBuffer());
            } else {
                dropped += chunk.remaining();
            }
        } catch (ApiException e) {
            refuse(e);
        } finally {
            chunk.release();
        }
    }

    private void refuse(ApiException why) {
        refusal = why;
        share.release();
    }

    private boolean isLate() {
        return System.nanoTime() - getRequest().getBeginNanoTime()
                > settings.bodyTimeout().toNanos();
    }

    /** A client that has left gets no answer; one that was silent or broke the framing does. */
    private void fail(Throwable failure) {
        if (failure instanceof TimeoutException) {
            answer(HttpStatus.REQUEST_TIMEOUT_408);
        } else if (failure instanceof HttpException broken) {
            answer(broken.getCode());
        } else {
            getCallback().failed(failure);
        }
    }

    private void answer(int status) {
        Response.writeError(getRequest(), getResponse(), getCallback(), status);
    }

    private void serve() {
        getRequest().setAttribute(RawRequestBinding.BODY, refusal == null ? decoded() : refusal);
        handle();
    }

    /** @return the octets, or an ApiException */
    private Object decoded() {
        try {
            Body inflated = new Body(share, settings.maxBodyBytes(), -1);
            String encoding = getRequest().getHeaders().get(HttpHeader.CONTENT_ENCODING);
            return ContentEncoding.decode(encoding, body.octets(), inflated);
        } catch (ApiException e) {
            return e;
        }
    }
}
