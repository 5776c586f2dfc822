package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.caravansms.broker.DiskFullException;
import org.caravansms.broker.DrainingException;
import org.caravansms.jms.CommitInDoubtException;
import org.caravansms.message.Fault;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smppserver.AnswerSubmitSm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What clients are answered when nothing of a batch could be queued: never that it was accepted. */
@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/smpp-server-errors.camel.yaml",
        configurationClasses = SmppServerErrorsRouteTest.Beans.class)
class SmppServerErrorsRouteTest {

    private static final List<Fault> REFUSED = new ArrayList<>();

    @Produce("direct:failing-submits")
    ProducerTemplate client;

    @Configure
    void addRoute(MainConfigurationProperties main) {
        main.addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:failing-submits")
                        .routeConfigurationId("smpp-server-errors")
                        .process(exchange -> {
                            throw exchange.getMessage().getBody(Exception.class);
                        });
            }
        });
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new DiskFullException("no room"), 0x14),
                Arguments.of(new DrainingException(), 0x14),
                Arguments.of(new JMSException("no broker"), 0x08),
                Arguments.of(new CommitInDoubtException(null), 0x08),
                Arguments.of(new IllegalStateException("a defect"), 0x08));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everySubmitShouldBeRefusedAndCounted(Exception failure, int status) {
        REFUSED.clear();
        List<Exchange> submits = List.of(submit(1), submit(2));
        client.send(exchange -> {
            exchange.setVariable("requests", submits);
            exchange.getMessage().setBody(failure);
        });
        assertEquals(List.of(Fault.QUEUE_UNAVAILABLE, Fault.QUEUE_UNAVAILABLE), REFUSED);
        for (Exchange submit : submits) {
            SmppPdu answer = submit.getMessage().getBody(SmppPdu.class);
            assertEquals(List.of(PduType.SUBMIT_SM_RESP, status), List.of(answer.type(), answer.status()));
        }
    }

    private Exchange submit(int sequence) {
        CamelContext camel = client.getCamelContext();
        Exchange submit = new DefaultExchange(camel);
        submit.setProperty("SmppRequest", SmppPdu.of(PduType.SUBMIT_SM, sequence));
        return submit;
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public AnswerSubmitSm answerSubmitSm() {
            return new AnswerSubmitSm(REFUSED::add);
        }
    }
}
