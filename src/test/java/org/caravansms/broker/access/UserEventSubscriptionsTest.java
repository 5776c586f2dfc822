package org.caravansms.broker.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may read what: a user's own events from subscriptions of its own. */
class UserEventSubscriptionsTest {

    private static final int MILLIS = 10_000;

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients();

    @ParameterizedTest
    @EnumSource
    void durableSubscriptionShouldKeepTheEventsOfItsUser(JmsClient client) {
        try (JMSContext context = client.connect(broker, "bela")) {
            context.setClientID("bela/" + client);
            Topic events = context.createTopic("sms.user-events.bela");
            context.createDurableConsumer(events, "billing").close();
            publish("bela", "one");
            JMSConsumer again = context.createDurableConsumer(events, "billing");
            assertEquals("one", again.receiveBody(String.class, MILLIS));
            again.close();
            context.unsubscribe("billing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sharedAndPlainSubscriptionsShouldGetTheEventsOfTheirUser(JmsClient client) {
        try (JMSContext context = client.connect(broker, "cili")) {
            Topic events = context.createTopic("sms.user-events.cili");
            JMSConsumer shared = context.createSharedDurableConsumer(events, "cili/" + client);
            JMSConsumer plain = context.createConsumer(events);
            publish("bela", "of another");
            publish("cili", "own");
            assertEquals("own", shared.receiveBody(String.class, MILLIS));
            assertEquals("own", plain.receiveBody(String.class, MILLIS));
            assertNull(plain.receiveNoWait());
        }
    }

    @ParameterizedTest
    @EnumSource
    void eventsOfOthersShouldBeRefused(JmsClient client) {
        for (String name : List.of("sms.user-events.cili", "sms.user-events.#", "sms.events", "#", "sms.user-events")) {
            refused(client, "bela", context -> context.createConsumer(context.createTopic(name)));
        }
        refused(client, "anna", context -> context.createConsumer(context.createTopic("sms.user-events.anna")));
        refused(
                client,
                "bela",
                context -> context.createSharedDurableConsumer(
                        context.createTopic("sms.user-events.bela"), "cili/" + client));
    }

    @ParameterizedTest
    @EnumSource
    void queuesOfTheGatewayShouldBeRefused(JmsClient client) {
        for (String name :
                List.of("sms.submit", "sms.outbound.dead", "sms.store", "sms.events::sms.store", "sms.dead")) {
            refused(client, "cili", context -> context.createConsumer(context.createQueue(name)));
            refused(client, "cili", context -> context.createBrowser(context.createQueue(name))
                    .getEnumeration()
                    .hasMoreElements());
        }
    }

    @ParameterizedTest
    @EnumSource
    void temporaryQueueShouldBeOfItsUserOnly(JmsClient client) {
        try (JMSContext context = client.connect(broker, "anna")) {
            Destination own = context.createTemporaryQueue();
            String name = own.toString().replaceFirst("^.*://", "").replaceFirst("^.*\\[(.*)]$", "$1");
            refused(client, "cili", other -> other.createConsumer(other.createQueue(name)));
            JMSConsumer reports = context.createConsumer(own);
            broker.own().createProducer().send(broker.own().createQueue(name), "a report");
            assertEquals("a report", reports.receiveBody(String.class, MILLIS));
        }
    }

    @Test
    void queuesOfAUserShouldHaveALimit() {
        try (JMSContext context = JmsClient.CORE.connect(broker, "anna")) {
            JMSRuntimeException refusal = assertThrows(JMSRuntimeException.class, () -> {
                for (int i = 0; i <= QueueLimit.MOST; i++) {
                    context.createTemporaryQueue();
                }
            });
            assertTrue(refusal.getMessage().contains("delete some"), refusal.toString());
        }
    }

    @Test
    void connectionOfAChangedUserShouldEnd() {
        try (JMSContext context = JmsClient.CORE.connect(broker, "cili")) {
            JMSConsumer events = context.createConsumer(context.createTopic("sms.user-events.cili"));
            broker.change("anna=send", "cili=send");
            publish("cili", "unseen");
            await().until(() -> isEnded(events));
        }
        refused(JmsClient.CORE, "cili", other -> other.createConsumer(other.createTopic("sms.user-events.cili")));
    }

    private static boolean isEnded(JMSConsumer consumer) {
        try {
            consumer.receive(100);
            return false;
        } catch (JMSRuntimeException e) {
            return true;
        }
    }

    private static void publish(String user, String events) {
        JMSContext own = broker.own();
        own.createProducer().send(own.createTopic("sms.user-events." + user), events);
    }

    /** What a client does that the broker refuses. */
    private interface Attempt {
        void by(JMSContext context) throws Exception;
    }

    private static void refused(JmsClient client, String user, Attempt attempt) {
        try (JMSContext context = client.connect(broker, user)) {
            assertThrows(Exception.class, () -> attempt.by(context), () -> user + " " + attempt);
        }
    }
}
