package org.caravansms.wiring;

import java.util.HashSet;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.main.Main;
import org.caravansms.smppserver.BoundClients;
import org.caravansms.smppserver.DeliverToClient;

/** A route of the template {@code smpp-delivery} for each user that has bound as a receiver since the start. */
final class SmppDeliveryRoutes {

    private static final String TEMPLATE = "smpp-delivery";

    private final Set<String> open = new HashSet<>();
    private final Main main;
    private BoundClients clients;

    SmppDeliveryRoutes(Main main) {
        this.main = main;
    }

    void of(BoundClients bound) {
        clients = bound;
    }

    synchronized void open(String user) {
        CamelContext context = main.getCamelContext();
        if (!context.isStopping() && !open.contains(user)) {
            context.getRegistry().bind("deliverToClient-" + user, new DeliverToClient(clients, user));
            TemplatedRouteBuilder.builder(context, TEMPLATE)
                    .routeId(TEMPLATE + "-" + user)
                    .prefixId(TEMPLATE + "-" + user + "-")
                    .parameter("user", user)
                    .add();
            open.add(user);
        }
    }
}
