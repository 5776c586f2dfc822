package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ConnectException;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ExchangeException;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.caravansms.message.Fault;
import org.caravansms.message.RejectedMessageException;
import org.junit.jupiter.api.Test;

/** The failures that {@code check-message-errors} and {@code callback-errors} handle, and those that they leave. */
@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/check-message-errors.camel.yaml,"
                + "file:routes/callback-errors.camel.yaml",
        configurationClasses = FailedStepRouteTest.Beans.class)
class FailedStepRouteTest {

    @Produce
    ProducerTemplate caller;

    @Configure
    void addRoutes(MainConfigurationProperties main) {
        main.addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                for (String step : new String[] {"check-message", "callback"}) {
                    from("direct:" + step)
                            .routeConfigurationId(step + "-errors")
                            .process(exchange -> {
                                throw exchange.getMessage().getBody(Exception.class);
                            });
                }
            }
        });
    }

    @Test
    void rejectedMessageShouldGetAReport() {
        Exception rejected = new RejectedMessageException(Fault.TEXT_TOO_LONG, "too long");
        assertEquals("reject: too long", caller.requestBody("direct:check-message", rejected));
    }

    @Test
    void defectInACheckShouldFailTheRequest() {
        Exception defect = new IllegalStateException("a defect");
        assertThrows(CamelExecutionException.class, () -> caller.requestBody("direct:check-message", defect));
    }

    @Test
    void failedCallShouldBecomeAnOutcome() {
        assertEquals("failed: refused", caller.requestBody("direct:callback", new ConnectException("refused")));
    }

    /** In place of the steps that describe a failure. */
    public static final class Steps {

        public String reject(@ExchangeException Exception failure) {
            return "reject: " + failure.getMessage();
        }

        public String failed(@ExchangeException Exception failure) {
            return "failed: " + failure.getMessage();
        }
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public Steps checkMessage() {
            return new Steps();
        }

        @BindToRegistry
        public Steps describeCall() {
            return new Steps();
        }
    }
}
