package org.caravansms.api.http;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a route check whether a client still waits for its answer. Writing to a connection succeeds after the client has
 * closed it; that shows only in its end of stream, which is there to read.
 */
final class ClientWatch extends Handler.Wrapper {

    ClientWatch(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        BooleanSupplier waits = () -> isSilent(channel(connection));
        request.setAttribute(RawRequestBinding.WAITS, waits);
        return super.handle(request, response, callback);
    }

    /** The end point of TLS is above that of the socket. */
    private static SocketChannel channel(EndPoint connection) {
        Object below = connection;
        while (below instanceof EndPoint endPoint) {
            below = endPoint.getTransport();
        }
        return (SocketChannel) below;
    }

    /**
     * A client that sends its next request before the answer counts as gone, and so does one with an unknown state: it
     * may get messages twice, and loses none.
     */
    private static boolean isSilent(SocketChannel channel) {
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
