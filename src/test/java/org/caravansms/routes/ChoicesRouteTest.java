package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes that choose another route, or a step, by a variable: {@code answer-in-format}, {@code after-download}, {@code store-query}. */
@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/answer-in-format.camel.yaml,"
                + "file:routes/after-download.camel.yaml,file:routes/store-query.camel.yaml",
        configurationClasses = ChoicesRouteTest.Beans.class,
        mockEndpointsAndSkip = "direct:(answer-(xml|json|html|urlencoded|sendmsg)|getmessagebyid|receivemsg)")
class ChoicesRouteTest {

    private static final List<String> DONE = new ArrayList<>();

    @Produce
    ProducerTemplate client;

    @ParameterizedTest
    @CsvSource({
        "xml, answer-xml",
        "JSON, answer-xml",
        "json, answer-json",
        "html, answer-html",
        "urlencoded, answer-urlencoded",
        "sendmsg, answer-sendmsg",
        "receivemsg, answer-sendmsg",
        "deletemsg, answer-sendmsg",
        "markmsg, answer-sendmsg"
    })
    void formatShouldBeWrittenByItsRoute(String format, String route) throws Exception {
        MockEndpoint writer = mock(route);
        writer.expectedMessageCount(1);
        send("direct:answer-in-format", Map.of("format", format));
        writer.assertIsSatisfied();
    }

    @ParameterizedTest
    @CsvSource({"DELETE, delete", "MARK, mark", "UNTOUCH, ''"})
    void downloadedMessagesShouldBeDeletedOrMarkedAsTheClientWishes(String wish, String done) {
        DONE.clear();
        send("direct:after-download", Map.of("afterDownload", wish));
        assertEquals(done, String.join(",", DONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"getmessagebyid", "receivemsg"})
    void queryShouldBeAnsweredByTheRouteOfItsNameOnceTheStoreHasAllEvents(String query) throws Exception {
        DONE.clear();
        MockEndpoint answering = mock(query);
        answering.expectedMessageCount(1);
        client.requestBody("direct:store-query", query);
        answering.assertIsSatisfied();
        Exchange asked = answering.getReceivedExchanges().get(0);
        assertEquals("the owner", asked.getVariable("owner"));
        assertEquals(true, asked.getVariable("upToDate"));
        assertEquals(List.of("await"), DONE);
    }

    private MockEndpoint mock(String route) {
        CamelContext camel = client.getCamelContext();
        MockEndpoint mock = camel.getEndpoint("mock:direct:" + route, MockEndpoint.class);
        mock.reset();
        return mock;
    }

    private void send(String route, Map<String, Object> variables) {
        client.request(route, exchange -> variables.forEach(exchange::setVariable));
    }

    /** In place of the store and of the steps that read a query. */
    public static final class Steps {

        public void delete() {
            DONE.add("delete");
        }

        public void mark() {
            DONE.add("mark");
        }

        public boolean await() {
            return DONE.add("await");
        }

        public String owner() {
            return "the owner";
        }

        public String query(String body) {
            return body;
        }
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public Steps messageStore() {
            return new Steps();
        }

        @BindToRegistry
        public Steps storeBarrier() {
            return new Steps();
        }

        @BindToRegistry
        public Steps readStoreQuery() {
            return new Steps();
        }

        @BindToRegistry
        public Steps readAction() {
            return new Steps();
        }
    }
}
