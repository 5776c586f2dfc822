package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.caravansms.FreePort;
import org.caravansms.simulator.InboundSms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A team's route with {@code jetty:} and {@code smpp:} gets Camel's own, in the gateway and beside its routes. */
class StockComponentsTest {

    private static final String ROUTE = """
            - route:
                id: team-web
                from:
                  uri: jetty:http://127.0.0.1:%d/hook
                  steps:
                    - setVariable: { name: heard, simple: "${body}" }
                    - setHeader: { name: CamelSmppDestAddr, simple: "${header.to}" }
                    - convertBodyTo: { type: String }
                    - to:
                        uri: smpp://team@127.0.0.1:%d
                        parameters: { password: secret, sourceAddr: "1616", registeredDelivery: 0 }
                    - setBody: { simple: "${variable.heard} is ${header.CamelSmppId}" }
            - route:
                id: team-smsc
                from:
                  uri: smpp://listener@127.0.0.1:%d
                  parameters: { password: secret }
                  steps:
                    - to: jms:team.inbound
            """;

    @TempDir
    static Path home;

    private static final int WEB = FreePort.next();
    private static TestSmsc teams;
    private static TestSmsc ours;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        teams = TestSmsc.start();
        ours = TestSmsc.start();
        Installation.in(home);
        Installation.linkRoutes(home);
        Installation.addRoute(home, "a-team", ROUTE.formatted(WEB, teams.port(), teams.port()));
        gateway = RunningGateway.startAt(home, ours.port());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        ours.close();
        teams.close();
    }

    @Test
    void bodyOfAPostToStockJettyShouldBeSubmittedByStockSmpp() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + WEB + "/hook"))
                                .header("to", "36201111111")
                                .POST(HttpRequest.BodyPublishers.ofString("Hello from the team"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("Hello from the team is "), answer.body());
        await().until(() -> teams.texts().contains("Hello from the team"));
        assertFalse(ours.texts().contains("Hello from the team"));
    }

    @Test
    void deliverSmShouldReachARouteFromStockSmpp() throws Exception {
        teams.deliver(InboundSms.text("36202222222", "1616", "Hello team"));
        try (ConsumerTemplate consumer = gateway.camel().createConsumerTemplate()) {
            assertEquals("Hello team", consumer.receiveBody("jms:team.inbound", 30_000, String.class));
        }
    }

    /** Camel does not look into one. */
    @Test
    void folderOfTheRoutesMayBeASymbolicLink() {
        assertTrue(Files.isSymbolicLink(home.resolve("routes")));
        assertEquals(ServiceStatus.Started, gateway.camel().getRouteController().getRouteStatus("http"));
    }

    /** It would get empty bodies there, and the gateway's limits. */
    @Test
    void stockJettyShouldNotJoinTheServerOfTheApi() {
        String uri = "jetty:http://" + gateway.camel().resolvePropertyPlaceholders("{{sms.http.host}}") + ":"
                + gateway.port() + "/hook";
        Exception failure = assertThrows(Exception.class, () -> gateway.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("team-joins").to("jms:team.web");
            }
        }));
        assertTrue(failure.getMessage().contains("Failed to bind to"), failure.getMessage());
    }

    @Test
    void routesOfTheGatewayShouldGoOnBesideThem() {
        assertTrue(gateway.send("recipient=%2B36203333333&messagedata=beside").contains("<statuscode>0<"));
        await().until(() -> ours.texts().contains("beside"));
        assertFalse(teams.texts().contains("beside"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jetty", "smpp", "jms", "direct", "timer", "bean"})
    void schemeOfCamelsShouldBeServedByItsComponent(String scheme) {
        Component component = gateway.camel().getComponent(scheme);
        assertTrue(component.getClass().getName().startsWith("org.apache.camel."), component.toString());
    }

    @Test
    void onlyComponentsOfOursShouldHaveNamesThatCamelDoesNotKnow() {
        List<String> ours = gateway.camel().getComponentNames().stream()
                .filter(name ->
                        !gateway.camel().getComponent(name).getClass().getName().startsWith("org.apache.camel."))
                .sorted()
                .toList();
        assertEquals(Stream.of("http-api", "jms-batch", "smpp-server", "smsc").toList(), ours);
    }
}
