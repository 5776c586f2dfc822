package org.caravansms.extension;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
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

    private static boolean calls(RouteDefinition caller, RouteDefinition called) {
        String direct = ExtensionNames.direct(called.getInput().getEndpointUri());
        return !direct.isEmpty()
                && ProcessorDefinitionHelper.filterTypeInOutputs(caller.getOutputs(), ProcessorDefinition.class)
                        .stream()
                        .anyMatch(step -> direct.equals(ExtensionNames.direct(uri(step))));
    }

    private static String uri(ProcessorDefinition<?> step) {
        if (step instanceof SendDefinition<?> send) {
            return send.getEndpointUri();
        }
        return step instanceof ToDynamicDefinition dynamic ? dynamic.getUri() : null;
    }
}
