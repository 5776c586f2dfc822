package org.caravansms.extension;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectConsumer;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.service.ServiceHelper;

/** Removes a route when its exchanges have ended. */
final class RouteRemoval {

    private RouteRemoval() {}

    /**
     * Camel lets a {@code direct:} consumer run while its route is stopped, and a busy one would never be idle. Suspended,
     * it takes no more: callers wait until there is a consumer of that name again.
     */
    static void remove(CamelContext context, String id) throws Exception {
        Route route = context.getRoute(id);
        if (route != null) {
            if (route.getConsumer() instanceof DirectConsumer direct) {
                ServiceHelper.suspendService(direct);
            }
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        }
        removeDefinition(context.getCamelContextExtension().getContextPlugin(Model.class), id);
    }

    /** It is left where the route could not be made. */
    private static void removeDefinition(Model model, String id) throws Exception {
        RouteDefinition left = model.getRouteDefinition(id);
        if (left != null) {
            model.removeRouteDefinition(left);
        }
    }
}
