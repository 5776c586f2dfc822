package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.caravansms.smpp.CommandStatusTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A throttled message is sent again by {@code dispatch-errors}, all other failures are outcomes. */
@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/dispatch-errors.camel.yaml",
        configurationClasses = DispatchErrorsRouteTest.Beans.class)
class DispatchErrorsRouteTest {

    @Produce("direct:failing-message")
    ProducerTemplate queue;

    @Configure
    void addRoute(MainConfigurationProperties main) {
        main.addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:failing-message")
                        .routeConfigurationId("dispatch-errors")
                        .process(exchange -> {
                            throw exchange.getMessage().getBody(Exception.class);
                        });
            }
        });
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(answered(0x58), "throttled"),
                Arguments.of(answered(0x0B), "notSent"),
                Arguments.of(new InDoubtException("no answer"), "notSent"),
                Arguments.of(new NotSentException("not bound"), "notSent"),
                Arguments.of(new IllegalStateException("a defect"), "notSent"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureShouldBecomeItsOutcome(Exception failure, String outcome) {
        assertEquals(outcome, queue.requestBody((Object) failure));
    }

    private static Exception answered(int commandStatus) {
        return SubmitProducer.refused(commandStatus, CommandStatusTable.standard());
    }

    /** In place of the step that asks what is in flight. */
    public static final class Outcomes {

        public String throttled() {
            return "throttled";
        }

        public String notSent() {
            return "notSent";
        }
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public Outcomes describeOutcome() {
            return new Outcomes();
        }
    }
}
