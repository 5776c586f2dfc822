package org.caravansms.broker.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import java.util.List;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.caravansms.broker.Broker;
import org.caravansms.config.BrokerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Wrong logins are throttled, and those of the gateway itself never are. */
class BrokerLoginsTest {

    private static final int MANY = 60;

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients();

    @Test
    void manyWrongLoginsShouldThrottleTheirNetworkAndNotTheGateway() throws Exception {
        for (int i = 0; i < MANY; i++) {
            try (StompClient client = new StompClient(broker.port())) {
                assertTrue(client.connect("anna", "wrong" + i).startsWith("ERROR"));
            }
        }
        assertThrows(
                JMSSecurityRuntimeException.class, () -> broker.core("anna").createContext());
        try (JMSContext own = Broker.connectionFactory(0).createContext()) {
            own.createProducer().send(own.createQueue("sms.outbound.of.a.test"), "{}");
            await().until(() -> broker.broker().queues().count("sms.outbound.of.a.test") == 1);
        }
    }

    @Test
    void listenerShouldHaveTheProtocolsOfTheSetting() {
        Configuration broker = new ConfigurationImpl();
        BrokerSettings settings = new BrokerSettings("127.0.0.1:1", "AMQP,STOMP", false, 64, 50, 1);
        new BrokerListeners(settings, null).addTo(broker);
        assertEquals(
                List.of("AMQP,STOMP"),
                broker.getAcceptorConfigurations().stream()
                        .map(each -> each.getParams().get("protocols"))
                        .toList());
    }

    @Test
    void addressShouldBeThatOfTheClient() {
        assertEquals("127.0.0.1", ClientLogins.address("/127.0.0.1:40000"));
        assertEquals("127.0.0.1", ClientLogins.address("localhost/127.0.0.1:40000"));
        assertEquals("0:0:0:0:0:0:0:1", ClientLogins.address("/[0:0:0:0:0:0:0:1]:40000"));
        assertEquals("10.0.0.1", ClientLogins.address("10.0.0.1:40000"));
    }
}
