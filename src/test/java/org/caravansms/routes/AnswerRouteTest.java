package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.EndpointInject;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.caravansms.api.Refusal;
import org.caravansms.api.RefuseRequest;
import org.caravansms.api.answer.AnswerHeaders;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer to a client, with {@code answer-errors} where it cannot be written. */
@CamelMainTest(
        properties =
                "camel.main.routes-include-pattern=file:routes/answer.camel.yaml,file:routes/answer-errors.camel.yaml",
        configurationClasses = AnswerRouteTest.Beans.class,
        mockEndpointsAndSkip = "direct:answer-in-format")
class AnswerRouteTest {

    @Produce("direct:answer")
    ProducerTemplate client;

    @EndpointInject("mock:direct:answer-in-format")
    MockEndpoint written;

    @Test
    void refusalShouldBeWrittenUnderItsStatus() {
        Exchange answered = answer("xml", "no message", null);
        assertEquals(Fault.UNKNOWN_PATH.httpStatus(), answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
        assertEquals(1, written.getReceivedCounter());
    }

    @ParameterizedTest
    @CsvSource({", INTERNAL_ERROR", "a message, ACCEPTED_UNREPORTED"})
    void answerThatCannotBeWrittenShouldBecomeOneThatSaysWhetherTheMessagesAreAccepted(String queued, Fault fault) {
        failFirst();
        Exchange answered = answer("xml", "too large", queued);
        assertNull(answered.getException());
        assertEquals(2, written.getReceivedCounter());
        Message second = written.getReceivedExchanges().get(1).getMessage();
        assertEquals(fault, second.getBody(Refusal.class).fault());
        assertEquals(fault.httpStatus(), second.getHeader(Exchange.HTTP_RESPONSE_CODE));
        assertNull(second.getHeader("Location"), "a header of the first answer");
    }

    private void failFirst() {
        written.whenExchangeReceived(1, exchange -> {
            throw new IllegalStateException("no disk");
        });
    }

    private Exchange answer(String format, String text, String queued) {
        return client.request(client.getDefaultEndpoint(), exchange -> {
            exchange.setVariable("format", format);
            exchange.setVariable("queued", queued);
            exchange.getMessage().setHeader("Location", "http://example.com/");
            exchange.getMessage().setBody(new Refusal(Fault.UNKNOWN_PATH, text));
        });
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry("answerHeaders.set")
        public Processor setHeaders() {
            return new AnswerHeaders(true)::set;
        }

        @BindToRegistry
        public RefuseRequest refuseRequest() {
            return new RefuseRequest();
        }
    }
}
