package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.gateway.HttpAnswer;
import org.caravansms.gateway.TestApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON API: what it sends, what it counts, and what it makes of documents that are none. */
class SendMsgTest {

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @Test
    void messageOfANumberAndATextShouldDo() throws IOException {
        JsonNode reply = sent("{\"messages\":[{\"to_address\":\"+36201\",\"text\":\"Hello \\u017d\"}]}");
        assertEquals("1 of 1 messages accepted.", reply.get("response_msg").textValue());
        assertEquals(List.of("Hello Ž"), api.texts(1));
        assertEquals("36201", api.arrived(1).get(0).destination().addr());
    }

    @Test
    void replyShouldCountWhatWasAcceptedAndWhatFailed() throws IOException {
        JsonNode reply =
                sent("{\"messages\":[{\"to_address\":\"111\",\"text\":\"a\"},{\"to_address\":\"x\",\"text\":\"b\"},"
                        + "{\"to_address\":\"111\"},{\"to_address\":\"111\",\"text\":\"d\"}]}");
        assertCounts(4, 2, 2, reply);
        assertEquals(
                List.of(
                        "SUCCESS",
                        "Invalid recipient. messages[1].to_address is not a number of 3 to 20 digits: it has \"x\" (U+0078).",
                        "Missing parameter: messages[2].text.",
                        "SUCCESS"),
                reply.get("data").get("messages").findValuesAsText("status"));
        assertEquals(List.of("a", "d"), api.texts(2));
    }

    @Test
    void failureOfAllShouldHaveACodeAndAnExplanation() throws IOException {
        JsonNode reply = reply(api.sendmsg("{\"messages\":[{\"to_address\":\"x\",\"text\":\"b\"}]}"));
        assertEquals("INVALID_RECIPIENT", reply.get("response_code").textValue());
        assertTrue(reply.get("response_msg").textValue().startsWith("Invalid recipient."));
        assertCounts(1, 0, 1, reply);
    }

    @Test
    void loginShouldBeBasicOrByParameters() throws IOException {
        String one = "{\"messages\":[{\"to_address\":\"111\",\"text\":\"x\"}]}";
        String json = "application/json";
        assertEquals("SUCCESS", code(api.post("/api?action=sendmsg&" + TestApi.LOGIN, json, one)));
        assertEquals("SUCCESS", code(api.post("/?ACTION=SendMsg", json, one, TestApi.basic("admin", "abc123"))));
        assertEquals("INVALID_LOGIN", code(api.post("/api?action=sendmsg", json, one, TestApi.basic("admin", "x"))));
        assertEquals("INVALID_LOGIN", code(api.post("/api?action=sendmsg", json, one)));
        assertEquals(2, api.texts(2).size());
    }

    @Test
    void lineBreaksThatWereNotEscapedShouldBeTaken() throws IOException {
        JsonNode reply = sent("{\"messages\":[{\"to_address\":\"111\",\"text\":\"one\r\ntwo\n+ three%20\"}]}");
        assertEquals("one\r\ntwo\n+ three%20", message(reply).get("text").textValue());
        assertEquals(List.of("one\r\ntwo\n+ three%20"), api.texts(1));
    }

    /** A form's plus is a blank, and its %2B a plus; a document's are what they are. */
    @Test
    void documentShouldNotBeUrlDecoded() throws IOException {
        JsonNode reply = sent("{\"messages\":[{\"to_address\":\" 36201234567\",\"text\":\"a+b%2Bc\"}]}");
        assertEquals("36201234567", message(reply).get("to_address").textValue());
        assertEquals(List.of("a+b%2Bc"), api.texts(1));
        assertEquals(0, api.arrived(1).get(0).destination().ton());
        String encoded = reply(api.sendmsg("{\"messages\":[{\"to_address\":\"%2B36201234567\",\"text\":\"x\"}]}"))
                .get("response_msg")
                .textValue();
        assertTrue(encoded.endsWith("it has \"%\" (U+0025), \"B\" (U+0042)."), encoded);
    }

    @Test
    void thousandMessagesShouldGoInOneDocument() throws IOException {
        String messages = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"to_address\":\"111\",\"text\":\"t" + i + "\"}")
                .collect(Collectors.joining(","));
        assertCounts(1000, 1000, 0, sent("{\"messages\":[" + messages + "]}"));
        assertEquals(1000, api.texts(1000).stream().distinct().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | sendmsg asks for a JSON body, with Content-Type: application/json.",
                "{\"messages\":[{\"text\": | see at line 1",
                "{\"messages\":[]} secret | see at line 1",
                "{\"messages\":{}} | see at messages",
                "{\"messages\":[{\"text\":{}}]} | see at messages[0].text",
                "{\"messages\":[\"secret\"]} | see at messages[0]",
                "{\"messages\":[null]} | messages[0] is null.",
                "[] | see at line 1",
                "null | The body is not the JSON",
                "secret | see at line 1"
            })
    void documentThatIsNoneShouldBeRefusedWithThePlace(String document, String why) throws IOException {
        JsonNode reply = reply(api.sendmsg(document));
        assertEquals("INVALID_REQUEST", reply.get("response_code").textValue(), reply.toString());
        assertTrue(reply.get("response_msg").textValue().contains(why), reply.toString());
        assertTrue(!reply.toString().contains("secret"), reply.toString());
        assertCounts(0, 0, 0, reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"messages\":null}", "{\"messages\":[]}"})
    void documentWithoutMessagesShouldBeRefused(String document) throws IOException {
        assertEquals("INVALID_MESSAGE_COUNT", code(api.sendmsg(document)));
    }

    @Test
    void deepDocumentShouldBeRefused() throws IOException {
        String tags = "[".repeat(5000) + "]".repeat(5000);
        String document = "{\"messages\":[{\"to_address\":\"111\",\"text\":\"x\",\"tags\":%s}]}";
        assertEquals("INVALID_REQUEST", code(api.sendmsg(document.formatted(tags))));
        JsonNode reply = sent(document.formatted("\"" + tags + "\""));
        assertEquals("[]", message(reply).get("tags").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void otherContentTypeShouldBeRefusedAsTheJsonApiDoes(String contentType) throws IOException {
        HttpAnswer answer = api.post(
                "/api?action=sendmsg",
                contentType,
                "{\"messages\":[{\"to_address\":\"111\",\"text\":\"x\"}]}",
                TestApi.basic("admin", "abc123"));
        assertEquals("INVALID_REQUEST", code(answer), answer.text());
    }

    @Test
    void halfOfACharacterShouldBeRejectedAndNotBreakTheReply() throws IOException {
        JsonNode reply = reply(api.sendmsg("{\"messages\":[{\"to_address\":\"111\",\"text\":\"a\\ud800b\"}]}"));
        assertEquals("INVALID_MESSAGE_DATA", reply.get("response_code").textValue(), reply.toString());
        assertEquals(1, reply.get("data").get("failed_count").intValue());
    }

    private static JsonNode sent(String document) throws IOException {
        JsonNode reply = reply(api.sendmsg(document));
        assertEquals("SUCCESS", reply.get("response_code").textValue(), reply.toString());
        return reply;
    }

    private static JsonNode reply(HttpAnswer answer) throws IOException {
        assertEquals(200, answer.status(), answer.text());
        assertTrue(answer.header("Content-Type").startsWith("application/json;"), answer.text());
        return TestApi.json(answer);
    }

    private static String code(HttpAnswer answer) throws IOException {
        return reply(answer).get("response_code").textValue();
    }

    private static JsonNode message(JsonNode reply) {
        return reply.get("data").get("messages").get(0);
    }

    private static void assertCounts(int total, int success, int failed, JsonNode reply) {
        JsonNode data = reply.get("data");
        assertEquals(total, data.get("total_count").intValue(), reply.toString());
        assertEquals(success, data.get("success_count").intValue());
        assertEquals(failed, data.get("failed_count").intValue());
        assertEquals(total, data.get("messages").size());
    }
}
