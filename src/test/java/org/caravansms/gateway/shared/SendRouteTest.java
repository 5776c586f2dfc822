package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.caravansms.api.ApiException;
import org.caravansms.gateway.TestApi;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of routes: what {@code direct:send} takes, what it sends, what it reports and what it refuses. */
class SendRouteTest {

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @Test
    void numberAndTextShouldDo() {
        Map<String, Object> report = only(send("{\"to\":\"+36201234567\",\"text\":\"Hello ž\"}"));
        assertEquals(List.of("code", "id", "to", "parts"), List.copyOf(report.keySet()));
        assertEquals(List.of(0, "+36201234567", 1), List.of(report.get("code"), report.get("to"), report.get("parts")));
        SubmitSm arrived = api.arrived(1).get(0);
        assertEquals("Hello ž", arrived.text());
        assertEquals("36201234567", arrived.destination().addr());
        assertEquals(1, arrived.destination().ton());
        assertEquals(1, arrived.registeredDelivery());
    }

    @Test
    void everyKeyShouldReachTheSmsc() {
        send("""
                {"to":"36201234567","text":"cafe","from":"Shop","type":"SMS:BINARY","priority":7,"receipt":false,
                 "validUntil":"2999-01-01T00:00:00+01:00","sendAt":"2020-01-01T00:00:00Z","provider":"sandbox",
                 "smpp":{"protocol_id":65,"service_type":"WAP"},"tlv":{"0x1400":"1101"},"tags":{"n":1}}""");
        SubmitSm arrived = api.arrived(1).get(0);
        assertEquals("Shop", arrived.source().addr());
        assertEquals(
                List.of(0, 65, 4, "WAP"),
                List.of(
                        arrived.registeredDelivery(),
                        arrived.protocolId(),
                        arrived.dataCoding(),
                        arrived.serviceType()));
        assertTrue(arrived.validityPeriod().startsWith("99"), arrived.validityPeriod());
    }

    @Test
    void octetsMapsAndListsShouldBeReadAsTextIs() {
        send("{\"to\":\"111\",\"text\":\"é\"}".getBytes(StandardCharsets.UTF_8));
        send(Map.of(
                "to",
                111,
                "text",
                "map",
                "validUntil",
                ZonedDateTime.now(ZoneId.of("Europe/Budapest")).plusDays(1)));
        assertEquals(
                2,
                send(List.of(Map.of("to", "111", "text", "a"), Map.of("to", "111", "text", "b")))
                        .get("accepted"));
        assertEquals(
                2,
                send("{\"messages\":[{\"to\":[\"111\",\"+36 20 222\"],\"text\":\"both\"}]}")
                        .get("accepted"));
        assertEquals(List.of("a", "b", "both", "both", "map", "é"), api.texts(6));
    }

    @Test
    void wrongMessageShouldTakeNoOtherWithIt() {
        Map<String, Object> answer = send("""
                [{"to":"111","text":"a"},{"to":"112","txet":"b"},{"to":"x","text":"c"},{"to":"113","text":"d","tags":{"a":[]}},
                 7,{"to":"114","text":{}},{"to":"115","text":"g","smpp":{"sequence":1}},{"to":"111","text":"h"}]""");
        assertEquals(2, answer.get("accepted"));
        List<Map<String, Object>> reports = reports(answer);
        assertEquals(
                List.of(0, 10, 1, 10, 10, 10, 10, 0),
                reports.stream().map(each -> each.get("code")).toList());
        assertEquals(List.of("code", "text", "to"), List.copyOf(reports.get(1).keySet()));
        assertEquals("112", reports.get(1).get("to"));
        String known =
                "[from, id, priority, provider, receipt, reportUrl, sendAt, smpp, tags, text, tlv, to, type, validUntil]";
        assertEquals(
                "[1].txet is no key of a message; known are " + known + ".",
                reports.get(1).get("text"));
        assertTrue(reports.get(2).get("text").toString().startsWith("Invalid recipient. [2].to is not a number"));
        assertEquals(
                "[3].tags is not an object of strings, numbers and booleans.",
                reports.get(3).get("text"));
        assertEquals("[4].is no object.", reports.get(4).get("text"));
        assertEquals("[5].text has a value of another kind.", reports.get(5).get("text"));
        assertEquals(
                "[6].smpp.sequence is no field that a client may set.",
                reports.get(6).get("text"));
        assertEquals(List.of("a", "h"), api.texts(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"to\":\"111\",\"text\":\"secret\",\"validUntil\":\"2999-01-01 00:00\"} | validUntil is not a time 2026-11-22T10:00:00+01:00.",
                "{\"to\":\"111\",\"text\":\"secret\",\"priority\":10} | priority is not a number from 0 to 9.",
                "{\"to\":\"111\",\"text\":\"secret\",\"smpp\":{\"protocol_id\":256}} | smpp.protocol_id is not a number from 0 to 255.",
                "{\"to\":\"111\",\"text\":\"secret\",\"receipt\":\"maybe\"} | receipt has a value of another kind.",
                "{\"to\":1.5,\"text\":\"secret\"} | to has a value of another kind.",
                "{\"to\":\"111\"} | Missing parameter: text.",
                "{\"text\":\"secret\"} | Invalid recipient. to is missing.",
                "{} | Invalid recipient. to is missing.",
            })
    void wrongValueShouldBeNamedByItsKey(String json, String text) {
        assertEquals(text, only(send(json)).get("text"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"to\":\"111\",\"text\":\"secret | see at line 1",
                "'' | The request is not the JSON of a message",
                "secret | see at line 1",
                "null | The request is not the JSON of a message",
                "{\"to\":\"1\",\"to\":\"2\",\"text\":\"secret\"} | The request is not the JSON of a message",
                "{\"messages\":[{\"to\":\"111\",\"text\":\"secret\"}],\"user\":\"x\"} | user is no key beside messages.",
                "{\"messages\":{}} | messages is not a list.",
                "[] | The request has not 1 to 100000 messages.",
            })
    void requestThatIsNoneShouldBeRefusedAsAWhole(String json, String why) {
        ApiException refusal = refusal(json, "");
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
        assertTrue(!refusal.getMessage().contains("secret"), refusal.getMessage());
    }

    @Test
    void unknownUserShouldBeRefused() {
        String why = "There is no user nobody who may send: bin/caravan user list shows the users.";
        assertEquals(why, refusal("{\"to\":\"111\",\"text\":\"x\"}", "nobody").getMessage());
    }

    @Test
    void sameIdShouldBeSentOnce() {
        String json = "{\"to\":\"111\",\"text\":\"once\",\"id\":\"send-route-1\"}";
        Object id = only(send(json)).get("id");
        assertEquals(id, only(send(json)).get("id"));
        assertEquals(List.of("once"), api.texts(1));
    }

    @Test
    void variablesAndHeadersOfTheCallerShouldStay() {
        Map<String, Object> variables = new TreeMap<>(Map.of("accepted", "mine", "claim", "mine", "user", "mine"));
        Exchange after = api.camel().createProducerTemplate().request("direct:send", exchange -> {
            variables.forEach(exchange::setVariable);
            exchange.getMessage().setHeader("own", "mine");
            exchange.getMessage().setBody(Map.of("to", "111", "text", "apart"));
        });
        assertEquals(
                1,
                after.getMessage().getBody(Map.class).get("accepted"),
                after.getMessage().getBody(String.class));
        assertEquals(variables, new TreeMap<>(after.getVariables()));
        assertEquals(Map.of("own", "mine"), after.getMessage().getHeaders());
        assertEquals(List.of("apart"), api.texts(1));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> send(Object body) {
        return api.camel().createProducerTemplate().requestBody("direct:send", body, Map.class);
    }

    private static ApiException refusal(Object body, String user) {
        Exception failure = assertThrows(
                CamelExecutionException.class,
                () -> api.camel().createProducerTemplate().requestBodyAndHeader("direct:send", body, "SmsUser", user));
        return assertInstanceOf(ApiException.class, failure.getCause());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> reports(Map<String, Object> answer) {
        return (List<Map<String, Object>>) answer.get("reports");
    }

    private static Map<String, Object> only(Map<String, Object> answer) {
        assertEquals(1, reports(answer).size(), answer.toString());
        return reports(answer).get(0);
    }
}
