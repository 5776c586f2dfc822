package org.caravansms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** A step of routes of a test, which notes the JSON that each gets, by the id of the route. */
public final class SeenByRoute implements Processor {

    private static final Map<String, List<JsonNode>> ALL = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void process(Exchange exchange) throws Exception {
        note(exchange.getFromRouteId(), exchange.getMessage().getBody(String.class));
    }

    static void note(String route, String json) throws Exception {
        of(route).add(JSON.readTree(json));
    }

    static List<JsonNode> of(String route) {
        return ALL.computeIfAbsent(route, any -> new CopyOnWriteArrayList<>());
    }

    /** @return the values of a field, of what has a text in it */
    static List<String> values(String route, String field, String text) {
        return of(route).stream()
                .filter(json -> json.toString().contains(text))
                .map(json -> json.path(field).asText())
                .toList();
    }
}
