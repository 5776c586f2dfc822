package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.EndpointInject;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.model.ClaimCheckOperation;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.caravansms.message.MessageProperties;
import org.caravansms.queue.QueueClient;
import org.caravansms.routing.InboundHandover;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code inbound-route-errors} leaves a message to the broker, and when it makes it a dead letter. */
@CamelMainTest(
        properties = {
            "camel.main.routes-include-pattern=file:routes/inbound-route-errors.camel.yaml",
            "sms.inbound.attempts=3",
            "sms.queue.inbound-routes-dead=dead"
        },
        configurationClasses = InboundRouteErrorsRouteTest.Beans.class,
        mockEndpointsAndSkip = "jms:.*")
class InboundRouteErrorsRouteTest {

    @Produce("direct:failing")
    ProducerTemplate queue;

    @EndpointInject("mock:jms:dead")
    MockEndpoint dead;

    @Configure
    void addRoute(MainConfigurationProperties main) {
        main.addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:failing")
                        .routeConfigurationId("inbound-route-errors")
                        .claimCheck(ClaimCheckOperation.Push)
                        .setProperty("deliveryAttempt", header("JMSXDeliveryCount"))
                        .setBody(constant("what a step made of it"))
                        .throwException(new IllegalStateException("a secret text"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void messageWithAnAttemptLeftShouldGoBackToItsQueue(int attempt) {
        assertEquals("a secret text", deliver(attempt).getException().getMessage());
        assertEquals(0, dead.getReceivedCounter());
    }

    @Test
    void messageShouldBeADeadLetterAsItWasAfterItsLastAttempt() {
        assertNull(deliver(3).getException());
        assertEquals(1, dead.getReceivedCounter());
        Message letter = dead.getReceivedExchanges().get(0).getMessage();
        assertEquals("as it was", letter.getBody());
        assertEquals("sms.inbound.routes", letter.getHeader(MessageProperties.QUEUE));
        assertEquals("route orders: IllegalStateException, tried 3 times", letter.getHeader(MessageProperties.REASON));
    }

    private Exchange deliver(int attempt) {
        return queue.request(queue.getDefaultEndpoint(), exchange -> {
            exchange.getMessage().setBody("as it was");
            exchange.getMessage().setHeader("JMSXDeliveryCount", attempt);
            exchange.getMessage().setHeader(MessageProperties.ROUTE, "orders");
        });
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public InboundHandover inboundHandover() {
            return new InboundHandover(() -> null, "sms.inbound.routes");
        }

        /** Nothing connects: the endpoint is skipped. */
        @BindToRegistry
        public JmsComponent jms() {
            return QueueClient.component(new ActiveMQConnectionFactory("vm://0"));
        }
    }
}
