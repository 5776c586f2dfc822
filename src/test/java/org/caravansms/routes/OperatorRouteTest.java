package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.caravansms.operator.OperatorCommands;
import org.caravansms.operator.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator's words lead to the route of a command, and whatever becomes of it is a reply. */
@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/operator.camel.yaml",
        configurationClasses = OperatorRouteTest.Beans.class)
class OperatorRouteTest {

    @Produce("direct:operator")
    ProducerTemplate operator;

    @Configure
    void addCommands(MainConfigurationProperties main) {
        main.addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:operator-count").setBody(simple("${body.size} words\n${body[0]}"));
                from("direct:operator-reply").process(exchange -> exchange.getMessage()
                        .setBody(new Reply(1, exchange.getMessage().getBody(List.class))));
                from("direct:operator-wrong").throwException(new IllegalArgumentException("no such\noption"));
                from("direct:operator-fail").throwException(new IllegalStateException("no disk"));
                from("direct:operator-own")
                        .errorHandler(defaultErrorHandler())
                        .throwException(new IllegalStateException("no luck"));
                from("direct:operator-ownwrong")
                        .errorHandler(defaultErrorHandler())
                        .throwException(new IllegalArgumentException("no name"));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "count two+words %2B, 0, 2 words",
        "reply a, 1, a",
        "wrong, 2, no such",
        "fail, 1, The command failed: no disk",
        "own, 1, The command failed: no luck",
        "ownwrong, 2, no name"
    })
    void commandShouldBeTheRouteOfItsName(String line, int exitCode, String first) {
        Reply reply = ask(line);
        assertEquals(exitCode, reply.exitCode(), reply::toString);
        assertEquals(first, reply.lines().get(0));
    }

    @ParameterizedTest
    @CsvSource({"errors", "../count", "COUNT", "count?x=y", "''"})
    void unknownCommandShouldBeToldThoseThereAre(String word) {
        Reply refused = ask(word + " list");
        assertEquals(2, refused.exitCode());
        assertEquals(
                "There is no such command. There are: count, fail, own, ownwrong, reply, wrong",
                refused.lines().get(0));
    }

    @Test
    void lineThatIsNoCommandShouldBeRefused() {
        assertEquals(2, ask("count %zz list").exitCode());
        assertTrue(ask("").exitCode() == 2);
    }

    private Reply ask(String line) {
        return operator.requestBody((Object) line, Reply.class);
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public OperatorCommands operatorCommands() {
            return new OperatorCommands();
        }
    }
}
