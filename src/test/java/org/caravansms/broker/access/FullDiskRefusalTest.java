package org.caravansms.broker.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a full disk a program is refused at once, and does not wait. */
class FullDiskRefusalTest {

    private static final String REASON = "the disk of the gateway is full: try again later";

    @RegisterExtension
    static final BrokerWithClients broker = new BrokerWithClients(0);

    @ParameterizedTest
    @EnumSource
    void javaProgramShouldBeRefused(JmsClient client) {
        try (JMSContext context = client.connect(broker, "anna")) {
            JMSRuntimeException refusal = assertThrows(JMSRuntimeException.class, () -> context.createProducer()
                    .send(context.createQueue(BrokerWithClients.SUBMIT), "{}"));
            assertTrue(refusal.getMessage().contains(REASON), refusal.toString());
        }
        assertEquals(0, broker.submitted().size());
    }

    @Test
    void stompShouldGetAnError() throws Exception {
        try (StompClient client = StompClient.connected(broker.port(), "anna")) {
            String answer = client.send(BrokerWithClients.SUBMIT, "", "{}");
            assertTrue(answer.startsWith("ERROR") && answer.contains(REASON), answer);
        }
        assertEquals(0, broker.submitted().size());
    }
}
