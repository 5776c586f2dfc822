package org.caravansms.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A receiver of callbacks: it remembers the requests as they came, and answers as a test wants. */
public final class ReceivedCallbacks implements AutoCloseable {

    /** A request; its headers by their names in lower case. */
    public record Request(String method, String uri, Map<String, String> headers, String body) {}

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final ToIntFunction<Request> status;

    private ReceivedCallbacks(ToIntFunction<Request> status) throws IOException {
        this.status = status;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public static ReceivedCallbacks start() throws IOException {
        return new ReceivedCallbacks(request -> 200);
    }

    static ReceivedCallbacks answering(ToIntFunction<Request> status) throws IOException {
        return new ReceivedCallbacks(status);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
        requests.add(request);
        exchange.sendResponseHeaders(status.applyAsInt(request), -1);
        exchange.close();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    public List<String> uris() {
        return requests.stream().map(Request::uri).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
