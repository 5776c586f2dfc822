package org.caravansms.queue;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a producer of the queue can do to a route that reads it with the component {@code jms}: nothing but be read. */
class QueueClientTest {

    @RegisterExtension
    static final EmbeddedBroker BROKER = new EmbeddedBroker();

    private final List<org.apache.camel.Message> received = new CopyOnWriteArrayList<>();

    @BeforeEach
    void startRoute() throws Exception {
        BROKER.camel().addComponent("jms", QueueClient.component(EmbeddedBroker.connectionFactory()));
        BROKER.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:" + BROKER.queue())
                        .errorHandler(noErrorHandler())
                        .convertBodyTo(String.class)
                        .process(exchange -> received.add(exchange.getMessage()));
            }
        });
    }

    @Test
    void headersForCamelShouldStayOutsideInWhateverCaseTheyAreWritten() throws JMSException {
        Message message = BROKER.client().createTextMessage("a");
        message.setStringProperty("CAmelSmppDestAddr", "999");
        message.setStringProperty("CamelFoo", "x");
        message.setStringProperty("SmsOk", "yes");
        BROKER.put(message);
        await().until(() -> received.size() == 1);
        assertEquals("yes", received.get(0).getHeader("SmsOk"));
        assertNull(received.get(0).getHeader("CamelSmppDestAddr"));
        assertNull(received.get(0).getHeader("CamelFoo"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "guest")
    void anotherLoginShouldBeRefused(String user) {
        assertThrows(JMSSecurityException.class, () -> new ActiveMQConnectionFactory("vm://0", user, user)
                .createConnection());
    }

    @Test
    void objectShouldBeRefusedBuriedAndStopNobody() throws JMSException {
        BROKER.put(BROKER.client().createObjectMessage(new Date()));
        BROKER.put(List.of("a"));
        await().until(() -> !received.isEmpty());
        assertEquals("a", received.get(0).getBody());
        assertEquals(1, received.size());
        await().until(() -> BROKER.browse("sms.dead").size() == 1);
    }

    @Test
    void failureBetweenTwoSendsShouldTakeTheFirstBack() throws Exception {
        AtomicBoolean failing = new AtomicBoolean(true);
        BROKER.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:between.sends?errorHandlerLoggingLevel=OFF")
                        .errorHandler(noErrorHandler())
                        .to("jms:between.first")
                        .process(exchange -> {
                            if (failing.getAndSet(false)) {
                                throw new IllegalStateException("between");
                            }
                        })
                        .to("jms:topic:between.topic")
                        .to("jms:between.second");
            }
        });
        BROKER.client()
                .createProducer()
                .send(
                        BROKER.client().createQueue("between.sends"),
                        BROKER.client().createTextMessage("a"));
        await().until(() -> BROKER.texts("between.second").equals(List.of("a")));
        assertEquals(List.of("a"), BROKER.texts("between.first"));
    }
}
