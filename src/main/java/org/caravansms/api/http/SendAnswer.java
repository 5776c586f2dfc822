package org.caravansms.api.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the body of one answer in pieces, as fast as its client reads. */
final class SendAnswer implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(SendAnswer.class);
    private static final int PIECE = 16 * 1024;

    private final AsyncContext request;
    private final ServletOutputStream client;
    private final InputStream answer;
    private final Runnable written;
    private final Runnable over;
    private boolean flushed;

    /**
     * @param written called when all of it is sent
     * @param over called after that, or when the client has left or took too long
     */
    SendAnswer(AsyncContext request, ServletOutputStream client, InputStream answer, Runnable written, Runnable over) {
        this.request = request;
        this.client = client;
        this.answer = answer;
        this.written = written;
        this.over = over;
    }

    @Override
    public void onWritePossible() throws IOException {
        while (client.isReady()) {
            if (flushed) {
                written.run();
                request.complete();
                return;
            }
            sendPiece();
        }
    }

    private void sendPiece() throws IOException {
        byte[] piece = answer.readNBytes(PIECE);
        if (piece.length > 0) {
            client.write(piece);
        } else {
            flushed = true;
            client.flush();
        }
    }

    /** A client that leaves early is no fault of the gateway. */
    @Override
    public void onError(Throwable failure) {
        LOG.debug("A client left before its answer: {}", failure.toString());
        request.complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        LOG.debug("A client did not read its answer");
        request.complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over.run();
    }

    @Override
    public void onError(AsyncEvent event) {
        // onComplete follows
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // it does not happen again
    }
}
