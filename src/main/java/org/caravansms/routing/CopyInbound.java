package org.caravansms.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.caravansms.message.Event;
import org.caravansms.message.InboundCopy;
import org.caravansms.message.InboundMessage;

/**
 * The step of the route {@code inbound-rules} that finds the queues and routes for messages from handsets.
 *
 * @param rules the rules in force
 */
public record CopyInbound(Supplier<InboundRules> rules) {

    /** @return a copy for each queue and each route, however many rules name it */
    public List<InboundCopy> of(@Body List<Event> events) {
        InboundRules inForce = rules.get();
        List<InboundCopy> copies = new ArrayList<>();
        for (Event event : events) {
            if (event.subject() instanceof InboundMessage message) {
                inForce.queues(message).forEach(queue -> copies.add(new InboundCopy(queue, "", event)));
                inForce.routes(message).forEach(route -> copies.add(new InboundCopy("", route, event)));
            }
        }
        return copies;
    }
}
