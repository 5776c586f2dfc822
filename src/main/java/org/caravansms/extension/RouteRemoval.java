package org.caravansms.extension;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectConsumer;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.service.ServiceHelper;

/** Removes a route when its exchanges have ended. */
final class RouteRemoval {

    private RouteRemoval() {}

    /**
     * Removes the route, and those that Camel made of the Kamelets that it uses: sources before it, the others after it,
     * so that what is under way in one of them finds the next.
     */
    static void remove(CamelContext context, String id) throws Exception {
        Model model = context.getCamelContextExtension().getContextPlugin(Model.class);
        List<RouteDefinition> kamelets = kameletsOf(model, id);
        for (RouteDefinition source :
                kamelets.stream().filter(RouteRemoval::isSource).toList()) {
            remove(context, source.getId());
        }
        stop(context, id);
        removeDefinition(model, id);
        for (RouteDefinition sink :
                kamelets.stream().filter(route -> !isSource(route)).toList()) {
            remove(context, sink.getId());
        }
    }

    private static List<RouteDefinition> kameletsOf(Model model, String parent) {
        return model.getRouteDefinitions().stream()
                .filter(route -> route.getTemplateParameters() != null)
                .filter(route -> parent.equals(route.getTemplateParameters().get("parentRouteId")))
                .toList();
    }

    /** The others are called, by the endpoint {@code kamelet:source}; Camel may have written slashes into its name. */
    private static boolean isSource(RouteDefinition route) {
        return !route.getInput().getEndpointUri().matches("kamelet:(//)?source\\b.*");
    }

    /**
     * Camel lets a {@code direct:} consumer run while its route is stopped, and a busy one would never be idle. Suspended,
     * it takes no more: callers wait until there is a consumer of that name again.
     */
    private static void stop(CamelContext context, String id) throws Exception {
        Route route = context.getRoute(id);
        if (route != null) {
            if (route.getConsumer() instanceof DirectConsumer direct) {
                ServiceHelper.suspendService(direct);
            }
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
            if (route.getEndpoint() instanceof KameletEndpoint kamelet) {
                context.removeEndpoint(kamelet);
            }
        }
    }

    /** It is left where the route could not be made. */
    private static void removeDefinition(Model model, String id) throws Exception {
        RouteDefinition left = model.getRouteDefinition(id);
        if (left != null) {
            model.removeRouteDefinition(left);
        }
    }
}
