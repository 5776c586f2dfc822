package org.caravansms.extension;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.BeanFactoryDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.TemplatedRouteDefinition;

/**
 * What a file defines, once it is configured: {@link #check} or {@link #prepare}, one of them, once.
 *
 * @param beans filled while the file is configured
 */
record ExtensionDefinitions(
        ExtensionFile file, RouteConfigurationBuilder builder, List<BeanFactoryDefinition<?>> beans, ItemLines lines) {

    /** Reads all of the file and changes nothing in Camel. */
    void check(CamelContext context) throws Exception {
        builder.configuration();
        builder.configureRoutes(context);
        assignIds();
    }

    /** Reads all of the file and gives Camel its configurations and templates, which routes need when they are read. */
    void prepare(CamelContext context) throws Exception {
        builder.addRouteConfigurationsToCamelContext(context);
        builder.prepareModel(context);
        assignIds();
    }

    List<RouteDefinition> routes() {
        return builder.getRouteCollection().getRoutes();
    }

    List<TemplatedRouteDefinition> templatedRoutes() {
        return builder.getTemplatedRouteCollection().getTemplatedRoutes();
    }

    List<RouteTemplateDefinition> templates() {
        return builder.getRouteTemplateCollection().getRouteTemplates();
    }

    List<RouteConfigurationDefinition> configurations() {
        return builder.getRouteConfigurationCollection().getRouteConfigurations();
    }

    List<String> routeIds() {
        return Stream.concat(
                        routes().stream().map(RouteDefinition::getId),
                        templatedRoutes().stream().map(TemplatedRouteDefinition::getRouteId))
                .toList();
    }

    /** Routes are replaced and removed by their ids: Camel's own would change with the order of the files. */
    private void assignIds() {
        AtomicInteger count = new AtomicInteger();
        routes().stream()
                .filter(route -> !route.hasCustomIdAssigned())
                .forEach(route -> route.setId(file.routeId(count.incrementAndGet())));
        templatedRoutes().stream()
                .filter(route -> route.getRouteId() == null)
                .forEach(route -> route.setRouteId(file.routeId(count.incrementAndGet())));
    }
}
