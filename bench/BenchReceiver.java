package bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Takes the callbacks of the messages, and counts them. */
record BenchReceiver(HttpServer server, ExecutorService threads, AtomicLong calls) implements AutoCloseable {
    static BenchReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        BenchReceiver receiver = new BenchReceiver(server, Executors.newFixedThreadPool(8), new AtomicLong());
        server.createContext("/", exchange -> {
            receiver.calls.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.setExecutor(receiver.threads);
        server.start();
        return receiver;
    }

    /** The reporturl of a message. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/$status/$messageid";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
