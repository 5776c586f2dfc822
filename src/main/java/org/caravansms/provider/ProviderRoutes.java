package org.caravansms.provider;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.caravansms.smsc.Provider;
import org.caravansms.smsc.SmppLink;

/**
 * The routes of one provider and the beans that they name, such as {@code smppLink-<provider>-<bind>}. Each bind has
 * the templates {@code deliver-sm}, {@code submit-sm} and {@code dispatch}, a receiver the first one only. A route's id
 * is {@code <template>-<provider>-<bind>}, and the ids of its steps begin with it.
 */
final class ProviderRoutes {

    private static final String DELIVER = "deliver-sm";
    private static final String SUBMIT = "submit-sm";
    private static final String DISPATCH = "dispatch";

    private final CamelContext context;
    final Provider provider;
    final List<SmppLink> links;
    private final Map<String, Object> beans;

    /** @param more what its routes name besides its links, by name */
    ProviderRoutes(CamelContext context, Provider provider, Map<String, Object> more, Predicate<String> paused) {
        this.context = context;
        this.provider = provider;
        this.links = SmppLink.all(provider);
        this.beans = new TreeMap<>(more);
        links.forEach(link -> {
            beans.put("smppLink-" + link.id(), link);
            beans.put("dispatchWhile-" + link.id(), (BooleanSupplier)
                    () -> link.getAsBoolean() && !paused.test(provider.name()));
        });
    }

    /** @throws Exception when a route cannot be made; then none of them is left */
    void add() throws Exception {
        beans.forEach(context.getRegistry()::bind);
        try {
            links.forEach(link -> add(DELIVER, link, Map.of()));
            if (provider.login().bind().sends()) {
                Map<String, Object> receipts =
                        Map.of("registeredDelivery", provider.receipts().registeredDelivery());
                links.forEach(link -> add(SUBMIT, link, receipts));
                links.forEach(link -> add(DISPATCH, link, dispatchParameters()));
            }
        } catch (Exception e) {
            remove();
            throw e;
        }
    }

    /** Messages in flight are settled first: the queues are read no more, then the sessions are closed. */
    void remove() throws Exception {
        for (String template : List.of(DISPATCH, SUBMIT, DELIVER)) {
            for (SmppLink link : links) {
                remove(template + "-" + link.id());
            }
        }
        beans.keySet().forEach(context.getRegistry()::unbind);
    }

    private Map<String, Object> dispatchParameters() {
        return Map.of(
                "window",
                provider.window(),
                "doubtAttempts",
                provider.doubtAttempts(),
                "queues",
                String.join(",", provider.queues()));
    }

    private void add(String template, SmppLink link, Map<String, Object> parameters) {
        String id = template + "-" + link.id();
        TemplatedRouteBuilder.builder(context, template)
                .routeId(id)
                .prefixId(id + "-")
                .parameter("provider", provider.name())
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
