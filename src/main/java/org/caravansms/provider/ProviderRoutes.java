package org.caravansms.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.caravansms.smsc.Link;
import org.caravansms.smsc.Provider;

/**
 * The routes of one provider, made of the templates {@code submit-sm} and {@code dispatch} for each of its binds: their
 * ids are {@code <template>-<provider>-<bind>}.
 */
final class ProviderRoutes {

    private static final String SUBMIT = "submit-sm";
    private static final String DISPATCH = "dispatch";

    private final List<ProviderBeans> beans = new ArrayList<>();
    private final CamelContext context;
    private final Provider provider;

    ProviderRoutes(CamelContext context, Provider provider) {
        this.context = context;
        this.provider = provider;
    }

    Provider provider() {
        return provider;
    }

    List<Link> links() {
        return beans.stream().map(ProviderBeans::link).toList();
    }

    /** @throws Exception when a route cannot be made; then none of them is left */
    void add() throws Exception {
        try {
            for (int bind = 1; bind <= provider.binds(); bind++) {
                beans.add(new ProviderBeans(context, provider, bind));
                add(SUBMIT, bind, submitParameters());
                add(DISPATCH, bind, Map.of("window", provider.window(), "queues", String.join(",", provider.queues())));
            }
        } catch (Exception e) {
            remove();
            throw e;
        }
    }

    /** What is under way is brought to its end first: nothing is read from the queues then, and the sessions are closed last. */
    void remove() throws Exception {
        for (String template : List.of(DISPATCH, SUBMIT)) {
            for (int bind = 1; bind <= beans.size(); bind++) {
                remove(id(template, bind));
            }
        }
        unbind();
    }

    void unbind() {
        beans.forEach(ProviderBeans::unbind);
        beans.clear();
    }

    private void add(String template, int bind, Map<String, Object> parameters) {
        String id = id(template, bind);
        TemplatedRouteBuilder.builder(context, template)
                .routeId(id)
                .prefixId(id + "-")
                .parameter("provider", provider.name())
                .parameter("bind", bind)
                .parameters(parameters)
                .add();
    }

    private Map<String, Object> submitParameters() {
        return Map.of(
                "address", provider.login().address(),
                "systemId", provider.login().systemId(),
                "password", provider.login().password(),
                "responseMillis", provider.timers().response().toMillis(),
                "reconnectMillis", provider.timers().reconnect().toMillis());
    }

    private void remove(String id) throws Exception {
        if (context.getRoute(id) != null) {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        }
    }

    private String id(String template, int bind) {
        return template + "-" + provider.name() + "-" + bind;
    }
}
