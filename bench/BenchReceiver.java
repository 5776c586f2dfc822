package bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Takes the callbacks of the messages, and counts them. */
final class BenchReceiver implements AutoCloseable {
    private static volatile String parameter = "";

    private final AtomicLong calls = new AtomicLong();
    private final HttpServer server;

    private BenchReceiver(HttpServer server) {
        this.server = server;
    }

    /** From now on the form gives each message a reporturl that leads here. */
    static BenchReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        BenchReceiver receiver = new BenchReceiver(server);
        server.createContext("/", exchange -> {
            receiver.calls.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.setExecutor(Executors.newFixedThreadPool(8, work -> {
            Thread thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        parameter = "&reporturl=http%3A%2F%2F127.0.0.1%3A"
                + server.getAddress().getPort() + "%2F%24status%2F%24messageid";
        return receiver;
    }

    /** @return the parameter of a form, empty while there is no receiver */
    static String parameter() {
        return parameter;
    }

    long calls() {
        return calls.get();
    }

    /** Two of each message: with the SMSC, with the handset. */
    long await(long until) {
        return Clock.awaitAll(until, this::calls, 5, "callbacks");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
