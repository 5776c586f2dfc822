package org.caravansms.wiring;

import java.util.Properties;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.jms.QueueWriter;

/** What the Kamelets use in the gateway, by properties; the files have what they use in other runtimes. */
final class Kamelets {

    private Kamelets() {}

    static void setProperties(Properties properties, QueueSettings queues) {
        properties.setProperty("caravan.kamelets.send", "direct:send");
        properties.setProperty("caravan.kamelets.events", queues.events().replaceFirst("^" + QueueWriter.TOPIC, ""));
        // no user's name is empty, and a subscription of the gateway is nobody's
        properties.setProperty("caravan.kamelets.owner", "/");
    }
}
