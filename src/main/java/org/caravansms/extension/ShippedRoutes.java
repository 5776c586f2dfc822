package org.caravansms.extension;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes that ship: those that an extension replaces, and the names that it may not take from the others. */
final class ShippedRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedRoutes.class);

    private final CamelContext context;
    private final Model model;
    private final Set<String> templates;
    private final Map<String, RouteDefinition> replaced = new TreeMap<>();

    /** @param context has no route of an extension yet */
    ShippedRoutes(CamelContext context) {
        this.context = context;
        this.model = context.getCamelContextExtension().getContextPlugin(Model.class);
        this.templates = model.getRouteTemplateDefinitions().stream()
                .map(RouteTemplateDefinition::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param before the running routes of the same file, or null
     * @throws ExtensionFault when the file takes a name of the gateway's
     */
    void check(ExtensionRoutes routes, ExtensionRoutes before) throws ExtensionFault {
        for (var name : routes.names().lines().entrySet()) {
            boolean own = before != null && before.names().lines().containsKey(name.getKey());
            String[] words = name.getKey().split(" ", 2);
            String fault = own ? "" : fault(words[0], words[1], routes);
            if (!fault.isEmpty()) {
                throw ExtensionFault.at(name.getValue(), fault);
            }
        }
    }

    /** Takes the shipped routes out whose ids the file has. */
    void replace(ExtensionRoutes routes) throws Exception {
        for (String id : routes.ids()) {
            RouteDefinition shipped = model.getRouteDefinition(id);
            if (shipped != null) {
                replaced.put(id, shipped);
                RouteRemoval.remove(context, id);
                LOG.info(
                        "Extension {} replaces the shipped route {}",
                        routes.file().name(),
                        id);
            }
        }
    }

    /** Puts those back that no extension replaces any more. */
    void restore() {
        for (String id : Set.copyOf(replaced.keySet())) {
            if (model.getRouteDefinition(id) == null) {
                restore(id, replaced.remove(id));
            }
        }
    }

    boolean isReplaced(String id) {
        return replaced.containsKey(id);
    }

    private void restore(String id, RouteDefinition shipped) {
        try {
            model.addRouteDefinition(shipped);
            LOG.info("The shipped route {} runs again", id);
        } catch (Exception e) {
            LOG.error("The shipped route {} does not start again: restart the gateway", id, e);
        }
    }

    /** @return what is wrong with a name; empty for a good one */
    private String fault(String kind, String name, ExtensionRoutes routes) {
        return switch (kind) {
            case "route" ->
                isOfATemplate(name)
                        ? "the gateway makes routes of such names for providers and callbacks; choose another id than "
                                + name
                        : "";
            case "endpoint" -> endpointFault(name, routes);
            default -> isTaken(kind, name) ? kind + " " + name + " is the gateway's; choose another name" : "";
        };
    }

    private boolean isOfATemplate(String id) {
        return templates.stream().anyMatch(template -> id.startsWith(template + "-"));
    }

    private String endpointFault(String direct, ExtensionRoutes routes) {
        String uri = direct.replaceFirst(":", "://");
        return context.getRoutes().stream()
                .filter(route -> route.getEndpoint().getEndpointUri().equals(uri))
                .map(Route::getRouteId)
                .filter(id -> !routes.ids().contains(id))
                .findFirst()
                .map(id -> direct + " is the gateway's; a route of the id " + id + " replaces its own")
                .orElse("");
    }

    private boolean isTaken(String kind, String name) {
        return switch (kind) {
            case "bean" -> context.getRegistry().lookupByName(name) != null;
            case "routeTemplate" -> model.getRouteTemplateDefinition(name) != null;
            default ->
                model.getRouteConfigurationDefinitions().stream()
                        .anyMatch(configuration -> name.equals(configuration.getId()));
        };
    }
}
