package org.caravansms.provider;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.SmppLink;

/**
 * The routes of one provider, made of the templates {@code deliver-sm}, {@code submit-sm} and {@code dispatch} for each of
 * its binds, the first alone for a receiver: their
 * ids are {@code <template>-<provider>-<bind>}, and those of their steps begin with that.
 */
final class ProviderRoutes {

    private static final String DELIVER = "deliver-sm";
    private static final String SUBMIT = "submit-sm";
    private static final String DISPATCH = "dispatch";

    private final CamelContext context;
    private final ProviderBeans beans;

    ProviderRoutes(CamelContext context, ProviderBeans beans) {
        this.context = context;
        this.beans = beans;
    }

    Provider provider() {
        return beans.provider();
    }

    List<SmppLink> links() {
        return beans.links();
    }

    /** @throws Exception when a route cannot be made; then none of them is left */
    void add() throws Exception {
        beans.bind();
        try {
            links().forEach(link -> add(DELIVER, link, Map.of()));
            if (provider().login().bind().sends()) {
                links().forEach(link -> add(SUBMIT, link, submitParameters()));
                links().forEach(link -> add(DISPATCH, link, dispatchParameters()));
            }
        } catch (Exception e) {
            remove();
            throw e;
        }
    }

    /** What is under way is brought to its end first: nothing is read from the queues then, and the sessions are closed last. */
    void remove() throws Exception {
        for (String template : List.of(DISPATCH, SUBMIT, DELIVER)) {
            for (SmppLink link : links()) {
                remove(template + "-" + link.id());
            }
        }
        beans.unbind();
    }

    private Map<String, Object> submitParameters() {
        return Map.of("registeredDelivery", provider().receipts().registeredDelivery());
    }

    private Map<String, Object> dispatchParameters() {
        return Map.of(
                "window",
                provider().window(),
                "doubtAttempts",
                provider().doubtAttempts(),
                "queues",
                String.join(",", provider().queues()));
    }

    private void add(String template, SmppLink link, Map<String, Object> parameters) {
        String id = template + "-" + link.id();
        TemplatedRouteBuilder.builder(context, template)
                .routeId(id)
                .prefixId(id + "-")
                .parameter("provider", provider().name())
                .parameter("bind", link.bind())
                .parameters(parameters)
                .add();
    }

    private void remove(String id) throws Exception {
        if (context.getRoute(id) != null) {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        }
    }
}
