package org.caravansms.broker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSContext;
import java.nio.file.Path;
import org.caravansms.gateway.GatewayWithSmsc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether events need their messages changes with the subscriptions, also with those of an earlier run. */
class EventSubscriptionsTest {

    private static final String KAMELET = "sms-events";

    @TempDir
    Path data;

    @Test
    void messagesShouldBeWantedFromTheFirstSubscriptionOfAKameletToTheLast() {
        GatewayWithSmsc.end();
        run(subscriptions -> {
            assertFalse(subscriptions.wantMessages());
            subscribe("audit", "other");
            assertFalse(subscriptions.wantMessages());
            subscribe("first", KAMELET);
            assertTrue(subscriptions.wantMessages());
            subscribe("second", KAMELET);
            subscriptions.drop("first");
            assertTrue(subscriptions.wantMessages());
        });
        run(subscriptions -> {
            assertTrue(subscriptions.wantMessages());
            subscriptions.drop("second");
            assertFalse(subscriptions.wantMessages());
        });
    }

    private interface Steps {

        void run(EventSubscriptions subscriptions);
    }

    private void run(Steps steps) {
        Broker broker = new Broker(Path.of("config/broker.xml"), data);
        EventSubscriptions subscriptions = new EventSubscriptions(broker, "topic:sms.events");
        broker.start();
        try {
            steps.run(subscriptions);
        } finally {
            broker.stop();
        }
    }

    private static void subscribe(String client, String name) {
        try (JMSContext context = Broker.connectionFactory(0).createContext()) {
            context.setClientID(client);
            context.createDurableConsumer(context.createTopic("sms.events"), name)
                    .close();
        }
    }
}
