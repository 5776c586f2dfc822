package org.caravansms.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of OpenTelemetry: receives spans by OTLP over HTTP, in protobuf. */
final class Collector implements AutoCloseable {

    private final List<TracedSpan> spans = new CopyOnWriteArrayList<>();
    private final List<String> services = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** Ids in hexadecimal; the parent of the first span of a trace is empty. */
    record TracedSpan(
            String trace, String id, String parent, String name, String kind, Map<String, String> attributes) {

        static TracedSpan of(Span span) {
            HexFormat hex = HexFormat.of();
            Map<String, String> attributes = new TreeMap<>();
            span.getAttributesList().forEach(each -> attributes.put(each.getKey(), value(each)));
            return new TracedSpan(
                    hex.formatHex(span.getTraceId().toByteArray()),
                    hex.formatHex(span.getSpanId().toByteArray()),
                    hex.formatHex(span.getParentSpanId().toByteArray()),
                    span.getName(),
                    span.getKind().name().replace("SPAN_KIND_", ""),
                    attributes);
        }
    }

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    private void receive(HttpExchange exchange) throws IOException {
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
        request.getResourceSpansList().forEach(resource -> {
            resource.getResource().getAttributesList().stream()
                    .filter(each -> each.getKey().equals("service.name"))
                    .forEach(each -> services.add(value(each)));
            resource.getScopeSpansList()
                    .forEach(scope ->
                            scope.getSpansList().stream().map(TracedSpan::of).forEach(spans::add));
        });
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static String value(KeyValue attribute) {
        return attribute.getValue().hasIntValue()
                ? Long.toString(attribute.getValue().getIntValue())
                : attribute.getValue().getStringValue();
    }

    /** @return those of a trace, in the order of their ends as they were sent */
    List<TracedSpan> spans(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    List<TracedSpan> all() {
        return spans;
    }

    List<String> services() {
        return services;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
