package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.caravansms.api.ApplyPolicy;
import org.caravansms.api.MessageRequest;
import org.caravansms.api.ReadSend;
import org.caravansms.api.User;
import org.caravansms.message.RejectedMessageException;
import org.junit.jupiter.api.Test;

/** What {@code check-message} makes of the answers of a route from {@code direct:policy}. */
@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/check-message*.camel.yaml",
        configurationClasses = PolicyRouteTest.Beans.class)
class PolicyRouteTest {

    private static final User USER = new User("ann", "", null, List.of(), null, true, false);

    @Produce
    ProducerTemplate caller;

    @Configure
    void addPolicy(MainConfigurationProperties main) {
        main.addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:policy")
                        .routeId("policy")
                        .errorHandler(noErrorHandler())
                        .choice()
                        .when(simple("${body[text]} == 'fail'"))
                        .throwException(new IllegalStateException("fail"))
                        .when(simple("${body[text]} == 'stop'"))
                        .setHeader("SmsRefuse", simple("not for ${body[user]}"))
                        .stop()
                        .when(simple("${body[text]} == 'code'"))
                        .setHeader("SmsRefuse", constant("no"))
                        .setHeader("SmsRefuseCode", constant(7))
                        .when(simple("${body[text]} == 'lose'"))
                        .setBody(constant("no Map"))
                        .when(simple("${body[text]} == 'change'"))
                        .process(exchange ->
                                exchange.getMessage().getBody(Map.class).put("to", "+36999"));
            }
        });
    }

    @Test
    void messageShouldPassUnlessThePolicyActs() {
        assertEquals("same: true", check("pass"));
        assertEquals("same: false", check("change"));
    }

    @Test
    void refusalShouldHaveTheTextAndTheCodeOfThePolicy() {
        assertEquals("INVALID_PARAMETER: not for ann", check("stop"));
        assertEquals("INVALID_ORIGINATOR: no", check("code"));
    }

    @Test
    void failureOfThePolicyShouldRefuseTheMessage() {
        String failed = "INTERNAL_ERROR: The gateway's policy failed; the message was not accepted.";
        assertEquals(failed, check("fail"));
        assertEquals(failed, check("lose"));
    }

    @Test
    void headersOfTheCallerShouldRefuseNothing() {
        assertEquals("same: true", check("pass", Map.of("SmsRefuse", "of somebody else")));
    }

    private String check(String text) {
        return check(text, Map.of());
    }

    private String check(String text, Map<String, Object> headers) {
        Exchange message =
                caller.getCamelContext().getEndpoint("direct:check-message").createExchange();
        message.getMessage().setBody(Map.of("to", "+3620", "text", text));
        MessageRequest request = new ReadSend(1, name -> Optional.of(USER), "ann", fault -> {})
                .read(message, null)
                .get(0);
        return caller.request("direct:check-message", exchange -> {
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                    exchange.setProperty("asked", request);
                    exchange.getMessage().setBody(request);
                })
                .getMessage()
                .getBody(String.class);
    }

    /** In place of the check. */
    public static final class Steps implements Processor {

        @Override
        public void process(Exchange exchange) {
            Message item = exchange.getMessage();
            item.setBody("same: " + (item.getBody() == exchange.getProperty("asked")));
        }

        public String reject(@ExchangeException RejectedMessageException why) {
            return why.fault() + ": " + why.getMessage();
        }
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public Steps checkMessage() {
            return new Steps();
        }

        @BindToRegistry
        public ApplyPolicy applyPolicy() {
            return new ApplyPolicy(new ReentrantLock());
        }
    }
}
