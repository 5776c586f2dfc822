package org.caravansms.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.message.Folder;
import org.caravansms.store.StoreUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON API's folders, with what the vendor's client libraries read in each reply, errors among them. */
class JsonFoldersTest {

    private static final String JSON = "application/json";
    private static final String LOGIN = TestApi.basic("admin", "abc123");

    @RegisterExtension
    static final TestApi api =
            new TestApi(new StandInStore(), "SMS_HTTP_MAX_MESSAGES", "10", "SMS_HTTP_HTTP_STATUS", "true");

    @BeforeEach
    void clear() {
        api.store().clear();
    }

    @Test
    void folderShouldComeAsTheClientLibrariesReadIt() throws IOException {
        api.store().add("admin", Folder.INBOX, StoredSamples.received("a-1", "a\"\ud800"));
        assertEquals(
                "{\"http_code\":200,\"response_code\":\"SUCCESS\","
                        + "\"response_msg\":\"1 messages of the folder inbox.\","
                        + "\"data\":{\"folder\":\"inbox\",\"limit\":\"1000\",\"data\":[{\"message_id\":\"a-1\","
                        + "\"from_connection\":\"\",\"from_address\":\"+36201234567\",\"from_station\":\"\","
                        + "\"to_connection\":\"\",\"to_address\":\"+3670500\",\"to_station\":\"\","
                        + "\"text\":\"a\\\"\ufffd\",\"create_date\":\"2026-02-03 04:05:08\","
                        + "\"valid_until\":\"2026-02-10 04:05:06\",\"time_to_send\":\"2026-02-03 04:05:06\","
                        + "\"submit_report_requested\":true,\"delivery_report_requested\":true,"
                        + "\"view_report_requested\":true,\"tags\":[{\"name\":\"Type\",\"value\":\"SMS:TEXT\"}],"
                        + "\"status\":\"DELIVERED\"}]}}",
                receive("folder=inbox").text());
        assertEquals(
                Set.of(),
                OpenApiSchema.at("/components/schemas/ReceiveMsgReply").errors(TestApi.json(receive("folder=inbox"))));
    }

    @ParameterizedTest
    @EnumSource(Folder.class)
    void everyFolderShouldBeThere(Folder folder) throws IOException {
        api.store().add("admin", folder, StoredSamples.received(folder.name(), "x"));
        JsonNode data = data(receive("folder=" + folder + "&limit=5"));
        assertEquals(folder.toString(), data.get("folder").textValue());
        assertEquals("5", data.get("limit").textValue());
        assertEquals(folder.name(), data.at("/data/0/message_id").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deletemsg", "markmsg"})
    void thoseThatWereDoneShouldComeBack(String action) throws IOException {
        for (String id : List.of("a", "b", "c")) {
            api.store().add("admin", Folder.SENT, StoredSamples.received(id, "x"));
        }
        JsonNode data = data(post(action, "{\"folder\":\"sent\",\"message_ids\":[\"a\",\"none\",\"c\",null,7]}"));
        assertEquals("{\"folder\":\"sent\",\"message_ids\":[\"a\",\"c\"]}", data.toString());
        assertEquals(1, api.store().folder("admin", Folder.SENT).size());
    }

    @Test
    void messagesOfAnotherUserShouldStayWhereTheyAre() throws IOException {
        api.store().add("somebody", Folder.INBOX, StoredSamples.received("a", "x"));
        JsonNode data = data(post("deletemsg", "{\"folder\":\"inbox\",\"message_ids\":[\"a\"]}"));
        assertEquals("[]", data.get("message_ids").toString());
        assertEquals("[]", data(receive("")).get("data").toString());
        assertEquals(1, api.store().folder("somebody", Folder.INBOX).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                            | INVALID_REQUEST",
                "{                                             | INVALID_REQUEST",
                "[]                                            | INVALID_REQUEST",
                "null                                          | INVALID_REQUEST",
                "{\"message_ids\":{}}                          | INVALID_REQUEST",
                "{\"message_ids\":[[\"a\"]]}                   | INVALID_REQUEST",
                "{}                                            | INVALID_MESSAGE_COUNT",
                "{\"folder\":\"inbox\",\"message_ids\":[]}     | INVALID_MESSAGE_COUNT",
                "{\"folder\":\"spam\",\"message_ids\":[\"a\"]}  | INVALID_PARAMETER"
            })
    void documentThatIsNoneShouldBeRefusedInTheShapeOfTheReply(String document, String code) throws IOException {
        for (String action : List.of("deletemsg", "markmsg")) {
            HttpAnswer answer = post(action, document);
            JsonNode reply = TestApi.json(answer);
            assertEquals(200, answer.status());
            assertEquals(200, reply.get("http_code").intValue());
            assertEquals(code, reply.get("response_code").textValue(), reply.toString());
            assertEquals(
                    "{\"folder\":\"inbox\",\"message_ids\":[]}",
                    reply.get("data").toString());
        }
    }

    @Test
    void moreMessagesThanAllowedShouldBeRefused() throws IOException {
        String ids = IntStream.range(0, 11).mapToObj(i -> "\"m" + i + "\"").collect(Collectors.joining(","));
        JsonNode reply = TestApi.json(post("deletemsg", "{\"message_ids\":[" + ids + "]}"));
        assertEquals("INVALID_MESSAGE_COUNT", reply.get("response_code").textValue());
        assertTrue(reply.get("response_msg").textValue().contains("1 to 10 ids"), reply.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "folder=sent", "folder=spam", "limit=x"})
    void refusalShouldHaveTheShapeOfAFolder(String query) throws IOException {
        JsonNode reply = TestApi.json(api.get("/api?action=receivemsg&username=admin&password=x&" + query));
        assertEquals("INVALID_LOGIN", reply.get("response_code").textValue());
        assertEquals(
                "{\"folder\":\"inbox\",\"limit\":\"0\",\"data\":[]}",
                reply.get("data").toString());
    }

    @Test
    void storeThatIsDownShouldBeToldInTheShapeOfAFolder() throws IOException {
        api.store().before(() -> {
            throw new StoreUnavailableException("down", null);
        });
        JsonNode reply = TestApi.json(receive("folder=sent"));
        assertEquals("STORE_UNAVAILABLE", reply.get("response_code").textValue());
        assertEquals(
                "{\"folder\":\"sent\",\"limit\":\"0\",\"data\":[]}",
                reply.get("data").toString());
    }

    @Test
    void refusalOfAFormShouldHaveTheStatusOfItsFault() throws IOException {
        assertEquals(404, api.ask("action=getmessagebyid&msgID=none").status());
        api.store().before(() -> {
            throw new StoreUnavailableException("down", null);
        });
        assertEquals(503, api.ask("action=receivemessage").status());
    }

    private static HttpAnswer receive(String query) throws IOException {
        return HttpAnswer.to(
                api.port(),
                "GET /api?Action=ReceiveMsg&" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + LOGIN
                        + "\r\nContent-Type: application/json\r\n\r\n");
    }

    private static HttpAnswer post(String action, String document) throws IOException {
        return api.post("/api?action=" + action, JSON, document, LOGIN);
    }

    private static JsonNode data(HttpAnswer answer) throws IOException {
        JsonNode reply = TestApi.json(answer);
        assertEquals(200, answer.status());
        assertEquals("SUCCESS", reply.get("response_code").textValue(), reply.toString());
        return reply.get("data");
    }
}
