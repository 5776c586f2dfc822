package org.caravansms.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.EndpointInject;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.Produce;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.caravansms.api.Client;
import org.caravansms.api.RawRequest;
import org.caravansms.api.ReadPath;
import org.caravansms.api.Refusal;
import org.caravansms.api.RefuseRequest;
import org.caravansms.api.http.ReadPage;
import org.caravansms.message.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CamelMainTest(
        properties = "camel.main.routes-include-pattern=file:routes/http-paths.camel.yaml",
        configurationClasses = HttpPathsRouteTest.Beans.class,
        mockEndpointsAndSkip = "direct:(send-page|http-api|answer)")
class HttpPathsRouteTest {

    @Produce("direct:http-paths")
    ProducerTemplate client;

    @EndpointInject("mock:direct:send-page")
    MockEndpoint page;

    @EndpointInject("mock:direct:http-api")
    MockEndpoint api;

    @EndpointInject("mock:direct:answer")
    MockEndpoint answer;

    @ParameterizedTest
    @CsvSource({
        "GET, /, '', page",
        "HEAD, /send.css, '', page",
        "GET, /openapi.json, '', page",
        "GET, /, action=sendmessage, api",
        "POST, /, '', api",
        "PUT, /api, '', api",
        "GET, /api, action=sendmessage, api",
        "GET, /API/, '', api",
        "GET, /httpapi, '', api",
        "POST, /ozeki, '', api",
        "HEAD, /api, action=sendmessage, nobody",
        "GET, /other, '', answer",
        "GET, /api/more, action=sendmessage, answer"
    })
    void pathShouldLeadToOneOfThem(String method, String path, String query, String whom) throws Exception {
        page.expectedMessageCount(whom.equals("page") ? 1 : 0);
        api.expectedMessageCount(whom.equals("api") ? 1 : 0);
        answer.expectedMessageCount(whom.equals("answer") ? 1 : 0);
        request(method, path, query);
        MockEndpoint.assertIsSatisfied(page, api, answer);
    }

    @Test
    void unknownPathShouldBeRefusedWith404() {
        Exchange answered = request("GET", "/other", "");
        assertEquals(
                Fault.UNKNOWN_PATH,
                answer.getReceivedExchanges()
                        .get(0)
                        .getMessage()
                        .getBody(Refusal.class)
                        .fault());
        assertEquals("404", answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
    }

    @Test
    void headOfTheApiShouldDoNothing() {
        Exchange answered = request("HEAD", "/api", "action=sendmessage");
        assertEquals("", answered.getMessage().getBody());
        assertEquals("200", answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE));
    }

    @Test
    void headersOfTheTransportShouldGoNoFurther() {
        request("GET", "/api", "");
        assertNull(api.getReceivedExchanges().get(0).getMessage().getHeader("CamelSmppDestAddr"));
    }

    private Exchange request(String method, String path, String query) {
        RawRequest request =
                new RawRequest(method, path, query, "", new byte[0], new Client("127.0.0.1", false, ""), null);
        return client.request(client.getDefaultEndpoint(), exchange -> {
            exchange.getMessage().setBody(request);
            exchange.getMessage().setHeader("CamelSmppDestAddr", "999");
        });
    }

    public static final class Beans implements CamelConfiguration {

        @BindToRegistry
        public ReadPage readPage() {
            return new ReadPage();
        }

        @BindToRegistry("readPage.isPage")
        public Predicate isPage() {
            return exchange -> readPage().isPage(request(exchange));
        }

        @BindToRegistry("readPath.isHeadOfApi")
        public Predicate isHeadOfApi() {
            return exchange -> new ReadPath().isHeadOfApi(request(exchange));
        }

        @BindToRegistry("readPath.isApi")
        public Predicate isApi() {
            return exchange -> new ReadPath().isApi(request(exchange));
        }

        @BindToRegistry
        public RefuseRequest refuseRequest() {
            return new RefuseRequest();
        }

        private static RawRequest request(Exchange exchange) {
            return exchange.getMessage().getBody(RawRequest.class);
        }
    }
}
