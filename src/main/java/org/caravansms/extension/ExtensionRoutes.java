package org.caravansms.extension;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.BeanFactoryDefinition;
import org.apache.camel.model.BeanModelHelper;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;

/** The routes, configurations, templates and beans of one file in the running gateway. */
final class ExtensionRoutes {

    private final CamelContext context;
    private final Model model;
    private final ExtensionFile file;
    private final ExtensionNames names;
    private final List<String> ids;
    private ExtensionDefinitions definitions;

    /** @throws Exception saying what is wrong with the file; nothing has changed then */
    ExtensionRoutes(CamelContext context, ExtensionFile file) throws Exception {
        this.context = context;
        this.model = context.getCamelContextExtension().getContextPlugin(Model.class);
        this.file = file;
        ExtensionDefinitions read = ExtensionYaml.read(context, file);
        read.check(context);
        this.names = ExtensionNames.of(read);
        this.ids = read.routeIds();
        this.definitions = read;
    }

    ExtensionFile file() {
        return file;
    }

    ExtensionNames names() {
        return names;
    }

    List<String> ids() {
        return ids;
    }

    /** @param endpoint as Camel writes it, such as {@code direct://policy} */
    boolean consume(String endpoint) {
        return ids.stream()
                .map(context::getRoute)
                .anyMatch(route ->
                        route != null && endpoint.equals(route.getEndpoint().getEndpointBaseUri()));
    }

    /** @throws Exception when one of them cannot be made or started; none of them is left then */
    void start() throws Exception {
        try {
            definitions = ExtensionYaml.read(context, file);
            definitions.prepare(context);
            bindBeans();
            model.addRouteDefinitions(definitions.routes());
            definitions.builder().addTemplatedRoutesToCamelContext(context);
        } catch (Exception e) {
            stop();
            throw e;
        }
    }

    /** Returns when the exchanges under way have ended, or the time of a shutdown is over. */
    void stop() throws Exception {
        for (String id : StopOrder.of(routeDefinitions())) {
            RouteRemoval.remove(context, id);
        }
        for (RouteTemplateDefinition template : definitions.templates()) {
            model.removeRouteTemplateDefinition(template);
        }
        for (RouteConfigurationDefinition configuration : definitions.configurations()) {
            model.getRouteConfigurationDefinitions().remove(configuration);
        }
        definitions.beans().forEach(bean -> context.getRegistry().unbind(bean.getName()));
    }

    private List<RouteDefinition> routeDefinitions() {
        return ids.stream()
                .map(model::getRouteDefinition)
                .filter(route -> route != null)
                .toList();
    }

    /** A bean may have one below it in the file as a property: those that fail are tried again after the others. */
    private void bindBeans() throws Exception {
        List<BeanFactoryDefinition<?>> waiting = new ArrayList<>(definitions.beans());
        while (!waiting.isEmpty()) {
            List<BeanFactoryDefinition<?>> tried = List.copyOf(waiting);
            ExtensionFault failure = null;
            for (BeanFactoryDefinition<?> bean : tried) {
                try {
                    bind(bean);
                    waiting.remove(bean);
                } catch (Exception e) {
                    failure = fault(bean, e);
                }
            }
            if (waiting.size() == tried.size()) {
                throw failure;
            }
        }
    }

    private ExtensionFault fault(BeanFactoryDefinition<?> bean, Exception e) {
        String name = "bean " + bean.getName();
        return ExtensionFault.at(names.lines().get(name), name + ": " + ExtensionFault.reason(e));
    }

    private void bind(BeanFactoryDefinition<?> bean) throws Exception {
        Object made = BeanModelHelper.newInstance(bean, context);
        context.getRegistry().bind(bean.getName(), made, bean.getInitMethod(), bean.getDestroyMethod());
    }
}
