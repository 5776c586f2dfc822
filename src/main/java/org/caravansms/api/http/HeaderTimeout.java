package org.caravansms.api.http;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes a connection whose client takes too long for the head of a request, or for the TLS handshake. A client that sends
 * an octet now and then is never idle for Jetty, which has no other limit of a head.
 */
final class HeaderTimeout extends Handler.Wrapper {

    private static final int LOOKS = 4;

    private final AbstractConnector connector;
    private final long mostNanos;
    private final Set<Connection> served = ConcurrentHashMap.newKeySet();
    private final Map<EndPoint, Progress> heads = new ConcurrentHashMap<>();

    HeaderTimeout(AbstractConnector connector, Duration most, Handler next) {
        super(next);
        this.connector = connector;
        this.mostNanos = most.toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        served.add(connection);
        Request.addCompletionListener(request, failure -> served.remove(connection));
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getServer().getScheduler().schedule(this::look, mostNanos / LOOKS, TimeUnit.NANOSECONDS);
    }

    private void look() {
        if (isStopping() || isStopped()) {
            return;
        }
        heads.keySet().retainAll(connector.getConnectedEndPoints());
        connector.getConnectedEndPoints().forEach(this::look);
        getServer().getScheduler().schedule(this::look, mostNanos / LOOKS, TimeUnit.NANOSECONDS);
    }

    private void look(EndPoint client) {
        Connection http = http(client.getConnection());
        if (http == null) {
            return;
        }
        Progress head = heads.getOrDefault(client, Progress.FIRST).next(http, served.contains(http));
        heads.put(client, head);
        if (head.isOlderThan(mostNanos)) {
            client.close();
        }
    }

    private static Connection http(Connection connection) {
        return connection instanceof SslConnection tls
                ? http(tls.getSslEndPoint().getConnection())
                : connection;
    }

    /**
     * The progress of a connection with the head of its next request, when last checked.
     *
     * @param requests its requests so far
     * @param octets its octets received so far
     * @param begun whether a head is incomplete since {@code since}
     * @param since the moment, of {@link System#nanoTime()}
     */
    private record Progress(long requests, long octets, boolean begun, long since) {

        /** A new connection, whose head is incomplete from now on. */
        static final Progress FIRST = new Progress(-1, 0, false, 0);

        /** @param served whether a request is served, and the octets are its body */
        Progress next(Connection connection, boolean served) {
            long now = System.nanoTime();
            if (served || requests >= 0 && connection.getMessagesIn() != requests) {
                return new Progress(connection.getMessagesIn(), connection.getBytesIn(), false, now);
            }
            boolean more = requests < 0 ? connection.getMessagesIn() == 0 : connection.getBytesIn() != octets;
            return new Progress(
                    connection.getMessagesIn(), connection.getBytesIn(), begun || more, begun ? since : now);
        }

        boolean isOlderThan(long nanos) {
            return begun && System.nanoTime() - since > nanos;
        }
    }
}
