package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.jms.JMSException;
import java.io.CharConversionException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.EndpointInject;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.caravansms.api.ApiException;
import org.caravansms.api.GuessFormat;
import org.caravansms.api.Refusal;
import org.caravansms.api.RefuseRequest;
import org.caravansms.broker.DiskFullException;
import org.caravansms.broker.DrainingException;
import org.caravansms.jms.CommitInDoubtException;
import org.caravansms.message.Fault;
import org.caravansms.store.StoreUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a failure is answered by {@code http-api-errors}, {@code http-api-queue-errors} and {@code http-api-store-errors}. */
@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/http-api-errors.camel.yaml,"
                + "file:routes/http-api-queue-errors.camel.yaml,file:routes/http-api-store-errors.camel.yaml",
        configurationClasses = HttpApiErrorsRouteTest.Beans.class,
        mockEndpointsAndSkip = "direct:answer")
class HttpApiErrorsRouteTest {

    private static final List<Fault> COUNTED = new ArrayList<>();

    @Produce("direct:failing-request")
    ProducerTemplate client;

    @EndpointInject("mock:direct:answer")
    MockEndpoint answer;

    @Configure
    void addRoute(MainConfigurationProperties main) {
        main.addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:failing-request")
                        .routeConfigurationId("http-api-errors,http-api-queue-errors,http-api-store-errors")
                        .process(exchange -> {
                            throw exchange.getMessage().getBody(Exception.class);
                        });
            }
        });
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ApiException(Fault.BUSY, "later"), Fault.BUSY),
                Arguments.of(new JsonParseException(null, "no JSON"), Fault.INVALID_REQUEST),
                Arguments.of(new CharConversionException("no UTF-8"), Fault.INVALID_REQUEST),
                Arguments.of(new JMSException("no broker"), Fault.QUEUE_UNAVAILABLE),
                Arguments.of(new CommitInDoubtException(null), Fault.QUEUE_IN_DOUBT),
                Arguments.of(new DiskFullException("no room"), Fault.QUEUE_UNAVAILABLE),
                Arguments.of(new DrainingException(), Fault.QUEUE_UNAVAILABLE),
                Arguments.of(new StoreUnavailableException("no database", null), Fault.STORE_UNAVAILABLE),
                Arguments.of(new IllegalStateException("a defect"), Fault.INTERNAL_ERROR));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureShouldBeAnsweredByItsRefusalAndCounted(Exception failure, Fault fault) {
        COUNTED.clear();
        client.sendBody(failure);
        assertEquals(fault, answered().fault());
        assertEquals(List.of(fault), COUNTED);
    }

    @Test
    void fullDiskShouldBeNamed() {
        client.sendBody(new DiskFullException("no room"));
        assertTrue(
                answered().text().startsWith("The disk of the queue is full"),
                answered().text());
    }

    @Test
    void failureBehindTheQueueShouldNotSayThatNothingWasAccepted() {
        client.send(exchange -> {
            exchange.setVariable("queued", "a message");
            exchange.getMessage().setBody(new IllegalStateException("a defect"));
        });
        assertEquals(Fault.ACCEPTED_UNREPORTED, answered().fault());
    }

    private Refusal answered() {
        assertEquals(1, answer.getReceivedCounter());
        return answer.getReceivedExchanges().get(0).getMessage().getBody(Refusal.class);
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public GuessFormat guessFormat() {
            return new GuessFormat();
        }

        @BindToRegistry
        public RefuseRequest refuseRequest() {
            return new RefuseRequest(COUNTED::add);
        }
    }
}
