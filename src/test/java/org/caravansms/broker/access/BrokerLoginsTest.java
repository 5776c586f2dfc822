package org.caravansms.broker.access;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import org.caravansms.broker.Broker;
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
    void addressShouldBeThatOfTheClient() {
        assertEquals("127.0.0.1", ClientLogins.address("/127.0.0.1:40000"));
        assertEquals("127.0.0.1", ClientLogins.address("localhost/127.0.0.1:40000"));
        assertEquals("0:0:0:0:0:0:0:1", ClientLogins.address("/[0:0:0:0:0:0:0:1]:40000"));
        assertEquals("10.0.0.1", ClientLogins.address("10.0.0.1:40000"));
    }
}
