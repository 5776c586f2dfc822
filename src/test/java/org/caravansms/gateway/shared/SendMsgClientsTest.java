package org.caravansms.gateway.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.caravansms.gateway.TestApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the official client libraries trip over, each in its own words. */
class SendMsgClientsTest {

    private static final String TIME = "20[0-9]{2}-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @RegisterExtension
    static final TestApi api = TestApi.shared();

    @Test
    void replyShouldHaveEveryKeyWhateverWasLeftOut() throws IOException {
        JsonNode message = send("");
        assertEquals(
                List.of(
                        "message_id",
                        "from_connection",
                        "from_address",
                        "from_station",
                        "to_connection",
                        "to_address",
                        "to_station",
                        "text",
                        "create_date",
                        "valid_until",
                        "time_to_send",
                        "submit_report_requested",
                        "delivery_report_requested",
                        "view_report_requested",
                        "tags",
                        "status"),
                message.properties().stream().map(Map.Entry::getKey).toList());
        assertTrue(message.get("message_id").textValue().matches(UUID));
        assertTrue(message.get("submit_report_requested").isBoolean());
    }

    @Test
    void failedMessageShouldHaveEveryKeyToo() throws IOException {
        JsonNode reply = TestApi.json(api.sendmsg("{\"messages\":[{\"to_address\":\"x\",\"text\":\"x\"}]}"));
        JsonNode message = reply.get("data").get("messages").get(0);
        assertEquals(16, message.size(), message.toString());
        assertTrue(message.get("tags").isArray());
        assertTrue(message.get("create_date").textValue().matches(TIME));
    }

    @Test
    void httpCodeShouldBeTheInteger200() throws IOException {
        String answer = api.sendmsg("{\"messages\":[{\"to_address\":\"111\",\"text\":\"x\"}]}")
                .text();
        assertTrue(answer.startsWith("{\"http_code\":200,\"response_code\":\"SUCCESS\",\"response_msg\":\""), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2099-01-02T03:04:05",
                "2099-01-02 03:04:05",
                "2099-01-02T03:04:05.678",
                "2099-01-02T03:04:05.678901"
            })
    void datesShouldBeReadWithATAndWrittenWithABlank(String date) throws IOException {
        JsonNode message =
                send(",\"valid_until\":\"%s\",\"time_to_send\":\"%s\",\"create_date\":\"2001-01-01T00:00:00\""
                        .formatted(date, date.replace("2099", "2098")));
        assertEquals("2099-01-02 03:04:05", message.get("valid_until").textValue());
        assertEquals("2098-01-02 03:04:05", message.get("time_to_send").textValue());
        assertTrue(message.get("create_date").textValue().matches(TIME));
        assertFalse(message.get("create_date").textValue().startsWith("2001"));
    }

    @ParameterizedTest
    @CsvSource({
        "-999999999-01-01T00:00, 2026-11-22T10:00:00.123456",
        "+1000000000-12-31T23:59:59.999999999Z, ''",
        "0001-01-01T00:00:00, 0001-01-01T00:00:00",
        "9999-12-31T23:59:59.9999999, ''",
        // made and due by a clock that is hours ahead of the gateway's
        "2098-01-01T20:00:00.000001, 2098-01-01T20:00:00.000001",
        "2098-01-01T20:00, 2098-01-01T20:00:01",
        "2098-01-01T20:00:00+0100, 2098-01-01T19:00:00Z"
    })
    void timeThatIsNoneOrNotAfterCreationShouldBeNow(String timeToSend, String created) throws IOException {
        JsonNode message =
                send(",\"time_to_send\":\"%s\",\"create_date\":\"%s\",\"valid_until\":\"9999-12-31T00:00:00\""
                        .formatted(timeToSend, created));
        assertEquals(message.get("create_date"), message.get("time_to_send"));
        assertTrue(message.get("valid_until").textValue().startsWith("20"), message.toString());
        api.arrived(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2098-01-01T19:59:59", "yesterday", "", "1601-01-01T00:00:00Z"})
    void timeAfterCreationShouldBeKept(String created) throws IOException {
        JsonNode message = send(",\"time_to_send\":\"2098-01-01T20:00:00\",\"create_date\":\"%s\"".formatted(created));
        assertEquals("2098-01-01 20:00:00", message.get("time_to_send").textValue());
    }

    @Test
    void idShouldBeTakenForMessageId() throws IOException {
        assertEquals("php-1", send(",\"id\":\"php-1\"").get("message_id").textValue());
        assertEquals(
                "std-1", send(",\"message_id\":\"std-1\"").get("message_id").textValue());
    }

    @Test
    void vaildDateShouldBeTakenForValidUntil() throws IOException {
        JsonNode message = send(",\"vaild_date\":\"2099-01-02T03:04:05\"");
        assertEquals("2099-01-02 03:04:05", message.get("valid_until").textValue());
        JsonNode wrong = TestApi.json(
                api.sendmsg("{\"messages\":[{\"to_address\":\"111\",\"text\":\"x\",\"vaild_date\":\"never\"}]}"));
        assertTrue(wrong.get("response_msg").textValue().startsWith("messages[0].valid_until is not a time"));
    }

    @Test
    void tagsShouldBeAListWhetherSentAsOneOrAsAString() throws IOException {
        String tags = "[{\"name\":\"a\",\"value\":\"b\"}]";
        assertEquals(tags, send(",\"tags\":" + tags).get("tags").toString());
        assertEquals(tags, send(",\"tags\":" + TestApi.quoted(tags)).get("tags").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\":\"a\",\"value\":\"b\"} | a=b",
                "{\"a\":\"b\",\"c\":1} | a=b c=1",
                "{\"name\":\"Anna\",\"city\":\"Pest\"} | name=Anna city=Pest",
                "[{\"Name\":\"a\",\"Value\":2.5},{\"Key\":\"c\",\"Value\":true}] | a=2.5 c=true",
                "[{\"name\":\"a\"},{\"name\":\"b\",\"value\":null,\"id\":7}] | a= b=",
                "[{\"a\":\"b\",\"c\":\"d\"},[\"e\",\"f\"],[\"g\"],\"h\",8,null,[]] | a=b c=d e=f g= h= 8=",
                "[{\"name\":\"a\",\"value\":{\"b\":[1]}}] | a={\"b\":[1]}",
                "\"{\\\"a\\\":\\\"b\\\"}\" | a=b"
            })
    void tagsOfAnyShapeShouldBeNamesAndValues(String tags, String pairs) throws IOException {
        JsonNode reply = send(",\"tags\":" + tags).get("tags");
        reply.forEach(tag -> assertEquals(
                List.of("name", "value"),
                tag.properties().stream().map(Map.Entry::getKey).toList()));
        assertEquals(
                pairs,
                StreamSupport.stream(reply.spliterator(), false)
                        .map(tag -> tag.get("name").textValue() + "="
                                + tag.get("value").textValue())
                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"[\"", "{}", "7", "\"x\""})
    void tagsThatAreNoneShouldBeAnEmptyList(String tags) throws IOException {
        assertEquals("[]", send(",\"tags\":" + tags).get("tags").toString());
    }

    @Test
    void everythingElseShouldComeBackAsItWas() throws IOException {
        JsonNode message = send(",\"from_connection\":\"fc\",\"from_address\":\"Anna\",\"from_station\":\"fs\","
                + "\"to_connection\":\"tc\",\"to_station\":\"ts\",\"submit_report_requested\":false,"
                + "\"delivery_report_requested\":\"false\",\"view_report_requested\":false,\"unknown\":[1]");
        assertEquals(
                List.of("fc", "Anna", "fs", "tc", "ts", "false", "false", "false"),
                List.of(
                        message.get("from_connection").asText(),
                        message.get("from_address").asText(),
                        message.get("from_station").asText(),
                        message.get("to_connection").asText(),
                        message.get("to_station").asText(),
                        message.get("submit_report_requested").asText(),
                        message.get("delivery_report_requested").asText(),
                        message.get("view_report_requested").asText()));
        assertFalse(message.has("unknown"));
        assertEquals("Anna", api.arrived(1).get(0).source().addr());
    }

    @Test
    void singleSendShouldNeverHaveATotalOfZero() throws IOException {
        for (String to : List.of("111", "x")) {
            JsonNode reply =
                    TestApi.json(api.sendmsg("{\"messages\":[{\"to_address\":\"" + to + "\",\"text\":\"x\"}]}"));
            assertEquals(1, reply.get("data").get("total_count").intValue());
        }
    }

    private static JsonNode send(String more) throws IOException {
        JsonNode reply =
                TestApi.json(api.sendmsg("{\"messages\":[{\"to_address\":\"111222\",\"text\":\"x\"" + more + "}]}"));
        assertEquals("SUCCESS", reply.get("response_code").textValue(), reply.toString());
        return reply.get("data").get("messages").get(0);
    }
}
