package org.caravansms.extension;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.ToDynamicDefinition;

/** The order in which routes stop: one that calls another by {@code direct:} before it, so that its exchanges can end. */
final class StopOrder {

    private StopOrder() {}

    /** @return the ids of the routes */
    static List<String> of(List<RouteDefinition> routes) {
        List<String> order = new ArrayList<>();
        List<RouteDefinition> rest = new LinkedList<>(routes);
        while (!rest.isEmpty()) {
            RouteDefinition next = rest.stream()
                    .filter(route -> rest.stream().noneMatch(other -> other != route && calls(other, route)))
                    .findFirst()
                    .orElse(rest.get(0));
            rest.remove(next);
            order.add(next.getId());
        }
        return order;
    }

    /** @return where its steps send to */
    static Stream<String> uris(RouteDefinition route) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class).stream()
                .map(StopOrder::uri)
                .filter(uri -> uri != null);
    }

    private static boolean calls(RouteDefinition caller, RouteDefinition called) {
        String direct = ExtensionNames.direct(called.getInput().getEndpointUri());
        return !direct.isEmpty() && uris(caller).anyMatch(uri -> direct.equals(ExtensionNames.direct(uri)));
    }

    private static String uri(ProcessorDefinition<?> step) {
        if (step instanceof SendDefinition<?> send) {
            return send.getEndpointUri();
        }
        return step instanceof ToDynamicDefinition dynamic ? dynamic.getUri() : null;
    }
}
