package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.camel.builder.RouteBuilder;
import org.caravansms.gateway.TestApi;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would become of a message, over HTTP: by a form and by JSON. Nothing of it is sent. */
class ExplainTest {

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    /** The same message is then sent: its octets are those that were explained. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"Hello explained, GSM7, 0", "\"Szia, ő is explained\", UCS2, 8", "\"[explained] {€}\", GSM7, 0"})
    void partsShouldBeThoseThatAreSent(String text, String encoding, int dataCoding) throws Exception {
        String form = "recipient=%2B36+20+1234-567&originator=Shop&messageid=once" + text.hashCode() + "&messagedata="
                + TestApi.encoded(text);
        JsonNode message = explained(form);
        assertTrue(message.path("accepted").booleanValue(), message::toString);
        assertEquals("+36201234567", message.path("to").textValue());
        assertEquals("Shop", message.path("from").textValue());
        assertEquals(encoding, message.path("encoding").textValue());
        assertEquals("sms.outbound", message.path("queue").textValue());
        assertEquals("sandbox", message.path("provider").textValue());
        assertEquals(0, message.path("waitsFor").size(), message::toString);
        assertEquals(0, message.path("seconds").intValue());
        assertTrue(api.send(form).text().contains("accepted for delivery"));
        List<SubmitSm> sent = api.arrived(1);
        assertEquals(1, sent.size(), "the explanation was sent, too");
        JsonNode part = message.at("/parts/0");
        assertEquals(
                HexFormat.of().formatHex(sent.get(0).shortMessage()),
                part.path("hex").textValue());
        assertEquals(sent.get(0).shortMessage().length, part.path("octets").intValue());
        assertEquals(dataCoding, part.path("dataCoding").intValue());
        assertEquals(
                sent.get(0).destination().addr(),
                message.at("/destination/digits").textValue());
    }

    @Test
    void longTextShouldHaveItsPartsAndOneRefusedMessageItsReason() throws Exception {
        JsonNode answer = TestApi.json(api.sendmsg("{\"explain\":true,\"messages\":["
                + "{\"to_address\":\"+36201234567\",\"text\":" + TestApi.quoted("x".repeat(200)) + "},"
                + "{\"to_address\":\"nobody\",\"text\":\"Hello\"},{\"to_address\":\"+3620\",\"text\":\"Hi\"}]}"));
        assertEquals("SUCCESS", answer.path("response_code").textValue(), answer::toString);
        JsonNode messages = answer.at("/data/messages");
        assertEquals(List.of(6 + 153, 6 + 47), octets(messages.get(0)));
        assertFalse(messages.get(1).path("accepted").booleanValue());
        assertEquals(1, messages.get(1).path("code").intValue(), messages::toString);
        assertTrue(messages.get(1).path("text").textValue().startsWith("Invalid "), messages::toString);
        assertTrue(messages.get(2).path("accepted").booleanValue(), messages::toString);
        assertEquals(List.of(), api.texts(0));
    }

    @Test
    void policyShouldBeAskedAndItsChangesShown() throws Exception {
        api.camel().addRoutes(new RouteBuilder() {
            @Override
            @SuppressWarnings("unchecked")
            public void configure() {
                from("direct:policy").routeId("policy").process(exchange -> {
                    boolean explained = exchange.getMessage().getHeader("SmsExplain", false, Boolean.class);
                    Map<String, Object> message = exchange.getMessage().getBody(Map.class);
                    message.put("from", explained ? "Asked" : "Sent");
                });
            }
        });
        try {
            JsonNode message = explained("recipient=%2B36201234567&messagedata=policy");
            assertEquals("Asked", message.at("/policy/from").textValue(), message::toString);
            assertEquals("Asked", message.path("from").textValue());
            api.send("recipient=%2B36201234567&messagedata=policy");
            assertEquals("Sent", api.arrived(1).get(0).source().addr());
        } finally {
            api.camel().getRouteController().stopRoute("policy");
            api.camel().removeRoute("policy");
        }
    }

    @Test
    void requestThatCannotBeServedShouldBeRefusedInTheSameShape() throws Exception {
        JsonNode answer = TestApi.json(api.form("action=explain&username=admin&password=wrong"));
        assertEquals("INVALID_LOGIN", answer.path("response_code").textValue(), answer::toString);
        JsonNode empty = TestApi.json(api.ask("action=explain&messagecount=0"));
        assertEquals("INVALID_MESSAGE_COUNT", empty.path("response_code").textValue(), empty::toString);
    }

    private static List<Integer> octets(JsonNode message) {
        return StreamSupport.stream(message.path("parts").spliterator(), false)
                .map(part -> part.path("octets").intValue())
                .toList();
    }

    private static JsonNode explained(String form) throws IOException {
        JsonNode answer = TestApi.json(api.form("action=explain&" + TestApi.LOGIN + "&" + form));
        assertEquals("SUCCESS", answer.path("response_code").textValue(), answer::toString);
        return answer.at("/data/messages/0");
    }
}
