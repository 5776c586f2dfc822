package org.caravansms.broker;

import java.util.regex.Pattern;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * A durable subscription of events, of a route of a team or of another program. The gateway's own are none of these.
 *
 * @param name the name of a Kamelet; of another program the user before it; of JMS the client id and the subscription
 * @param readers how many connections read it
 * @param waiting how many JMS messages wait, each with the events of a transaction
 */
public record EventSubscription(String name, int readers, long waiting) {

    private static final Pattern OF_A_KAMELET = Pattern.compile("\\.sms-(events|inbound)$");

    static EventSubscription of(Queue queue) {
        return new EventSubscription(name(queue), queue.getConsumerCount(), queue.getMessageCount());
    }

    /** Artemis's client writes a backslash before each dot of a client id. */
    static String name(Queue queue) {
        String whole = queue.getName().toString().replace("\\.", ".");
        return OF_A_KAMELET.matcher(whole).replaceFirst("").replaceFirst("^/", "");
    }
}
