package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.caravansms.gateway.HttpAnswer;
import org.caravansms.gateway.SeenLog;
import org.caravansms.gateway.TestApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A team's route from {@code direct:policy}: it sees each message of every source, changes it or refuses it. */
class PolicyTest {

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    private final List<Map<String, Object>> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void removePolicy() throws Exception {
        api.camel().getRouteController().stopRoute("policy");
        api.camel().removeRoute("policy");
    }

    @Test
    void messageOfEverySourceShouldBeSeenInTheKeysOfOne() throws Exception {
        policy(exchange -> {});
        api.send("messagecount=1&recipient0=%2B36+20+111&messagedata0=form&vp=2999.01.01.+00:00:00&protocol_id0=65");
        api.sendmsg("{\"messages\":[{\"to_address\":\"112\",\"text\":\"json\",\"from_address\":\"Shop\"}]}");
        send("{\"to\":\"113\",\"text\":\"route\",\"tags\":{\"n\":1},\"priority\":7}");
        assertEquals(List.of("form", "json", "route"), api.texts(3));
        Map<String, Object> form = seen.get(0);
        assertEquals(List.of("user", "to", "text", "validUntil", "smpp"), List.copyOf(form.keySet()));
        assertEquals("admin", form.get("user"));
        assertEquals("+3620111", form.get("to"));
        assertTrue(form.get("validUntil").toString().matches("299[89]-.*Z"), form.toString());
        assertEquals(Map.of("protocol_id", "65"), form.get("smpp"));
        assertEquals(Map.of("user", "admin", "to", "112", "text", "json", "from", "Shop"), seen.get(1));
        assertEquals(
                Map.of("user", "admin", "to", "113", "text", "route", "priority", "7", "tags", Map.of("n", 1)),
                seen.get(2));
    }

    @Test
    void changedMessageShouldBeSentAndReported() throws Exception {
        policy(exchange -> {
            Map<String, Object> message = message(exchange);
            message.put("text", message.get("text") + " " + "x".repeat(160));
            message.put("to", "+36999");
            message.put("tags", Map.of("campaign", "spring"));
        });
        String reply = api.send("messagecount=1&recipient0=111&messagedata0=long&extended=1&responseformat=json")
                .text();
        assertTrue(reply.contains("+36999"), reply);
        JsonNode json = TestApi.json(api.sendmsg("{\"messages\":[{\"to_address\":\"111\",\"text\":\"long\"}]}"));
        assertEquals("+36999", json.at("/data/messages/0/to_address").textValue(), json.toString());
        assertEquals(
                2, reports(send("{\"to\":\"111\",\"text\":\"long\"}")).get(0).get("parts"));
        assertEquals("36999", api.arrived(6).get(0).destination().addr());
    }

    @Test
    void headerShouldRefuseOneMessage() throws Exception {
        policy(exchange -> {
            if (message(exchange).get("to").toString().startsWith("+882")) {
                exchange.getMessage().setHeader("SmsRefuse", "No messages to satellites.");
                exchange.setRouteStop(true);
            } else if (message(exchange).get("to").equals("7")) {
                exchange.getMessage().setHeader("SmsRefuse", "No such number.");
                exchange.getMessage().setHeader("SmsRefuseCode", "1");
            }
        });
        String two =
                "[{\"to\":\"+882161\",\"text\":\"a\"},{\"to\":\"111\",\"text\":\"b\"},{\"to\":\"7\",\"text\":\"c\"}]";
        List<Map<String, Object>> reports = reports(send(two));
        assertEquals(Map.of("code", 10, "text", "No messages to satellites.", "to", "+882161"), reports.get(0));
        assertEquals(0, reports.get(1).get("code"));
        assertEquals(Map.of("code", 1, "text", "No such number.", "to", "7"), reports.get(2));
        HttpAnswer form = api.send("recipient=%2B882161&messagedata=a&responseformat=json");
        assertTrue(form.text().contains("No messages to satellites."), form.text());
        assertEquals(List.of("b"), api.texts(1));
    }

    @Test
    void failureShouldRefuseItsMessage() throws Exception {
        policy(exchange -> {
            if (message(exchange).get("text").equals("secret")) {
                throw new IllegalStateException("secret");
            }
        });
        String two = "[{\"to\":\"111\",\"text\":\"secret\"},{\"to\":\"111\",\"text\":\"b\"}]";
        try (SeenLog log = SeenLog.attach()) {
            List<Map<String, Object>> reports = reports(send(two));
            assertEquals(
                    List.of(21, 0),
                    reports.stream().map(each -> each.get("code")).toList());
            assertFalse(reports.toString().contains("secret"));
            String line = "The route from direct:policy failed, and a message is refused: java.lang.IllegalState";
            assertEquals(1, log.linesWith(line).size(), log.lines().toString());
        }
        assertEquals(List.of("b"), api.texts(1));
    }

    @Test
    void wrongKeyOfThePolicyShouldBeNamed() throws Exception {
        policy(exchange -> message(exchange).put("txet", "b"));
        String text = reports(send("{\"to\":\"111\",\"text\":\"a\"}"))
                .get(0)
                .get("text")
                .toString();
        assertTrue(text.startsWith("txet is no key of a message"), text);
    }

    @Test
    void policyMayComeAndGoWhileTheGatewayRuns() throws Exception {
        send("{\"to\":\"111\",\"text\":\"before\"}");
        policy(exchange -> message(exchange).put("text", "during"));
        send("{\"to\":\"111\",\"text\":\"x\"}");
        api.camel().getRouteController().stopRoute("policy");
        send("{\"to\":\"111\",\"text\":\"after\"}");
        assertEquals(List.of("after", "before", "during"), api.texts(3));
    }

    private void policy(Processor step) throws Exception {
        api.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:policy").routeId("policy").process(exchange -> {
                    seen.add(new LinkedHashMap<>(message(exchange)));
                    step.process(exchange);
                });
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> message(Exchange exchange) {
        return exchange.getMessage().getBody(Map.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> send(String json) {
        return api.camel().createProducerTemplate().requestBody("direct:send", json, Map.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> reports(Map<String, Object> answer) {
        return (List<Map<String, Object>>) answer.get("reports");
    }
}
