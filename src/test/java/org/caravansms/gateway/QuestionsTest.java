package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caravansms.simulator.InboundSms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client hears of messages from the gateway's own store. */
class QuestionsTest {

    private static final String HUNDREDS = "1".repeat(100);

    @RegisterExtension
    static final TestApi api = new TestApi("SMS_API_USERS_FILE", users());

    @Test
    void messageShouldBeKnownAtOnceAndDeliveredInTheEnd() throws IOException {
        for (int i = 0; i < 20; i++) {
            String report = api.send(
                            "recipient=%2B36201234567&messageid=own-" + i + "&messagedata=" + HUNDREDS + HUNDREDS)
                    .text();
            String id = Xml.values(report, "messageid").get(0);
            JsonNode first = details(id);
            assertEquals(id, first.get("messageid").textValue());
            assertEquals("own-" + i, first.get("callbackid").textValue());
        }
        String id = Xml.values(
                        api.send("recipient=%2B36201234567&messagedata=" + HUNDREDS + HUNDREDS)
                                .text(),
                        "messageid")
                .get(0);
        await().until(() -> details(id).get("state").intValue() == 10);
        JsonNode last = details(id);
        assertEquals("SENT", last.get("folder").textValue());
        assertEquals("[\"sandbox\"]", last.get("operatornames").toString());
        assertEquals("[\"sandbox\"]", last.get("routes").toString());
        assertEquals(2, last.get("optionalfields").size());
        assertTrue(last.get("receivedtime").textValue().startsWith("2"), last.toString());
    }

    @Test
    void messageOfAPersonShouldBeDownloadedOnceAndFoundByItsId() throws IOException {
        api.smsc().deliver(InboundSms.text("+36201234567", "1234", "first"));
        await().until(() -> ids("").size() == 1);
        api.smsc().deliver(InboundSms.text("+36201234567", "1234", "second"));
        await().until(() -> ids("").size() == 2);
        List<String> ids = ids("&limit=1&afterdownload=mark");
        assertEquals("INBOX", details(ids.get(0)).get("folder").textValue());
        assertEquals("first", details(ids.get(0)).get("messagedata").textValue());
        await().until(() -> ids("").size() == 1);
        String second = ids("&afterdownload=delete").get(0);
        await().until(() -> ids("").isEmpty());
        assertEquals("DELETED", details(second).get("folder").textValue());
        assertEquals(List.of(second), ids("&folder=deleted"));
    }

    @Test
    void anotherUserShouldNeitherSeeNorTouchAMessage() throws IOException {
        String id = Xml.values(api.send("recipient=111222&messagedata=secret").text(), "messageid")
                .get(0);
        await().until(() -> details(id).get("state").intValue() == 10);
        String nora = "username=nora&password=secret99&";
        assertEquals(
                List.of("27"),
                Xml.values(
                        api.get("/api?" + nora + "action=getmessagebyid&msgID=" + id)
                                .text(),
                        "errorcode"));
        assertEquals(
                List.of(),
                Xml.values(
                        api.get("/api?" + nora + "action=receivemessage&folder=sent")
                                .text(),
                        "messageid"));
        String document = "{\"folder\":\"sent\",\"message_ids\":[\"" + id + "\"]}";
        for (String action : List.of("markmsg", "deletemsg")) {
            HttpAnswer answer =
                    api.post("/api?action=" + action, "application/json", document, TestApi.basic("nora", "secret99"));
            assertEquals("[]", TestApi.json(answer).at("/data/message_ids").toString(), answer.text());
        }
        assertEquals("SENT", details(id).get("folder").textValue());
        assertTrue(ids("&folder=sent").contains(id));
    }

    private static String users() {
        String hash = Password.hash("secret99")
                .with(BcryptFunction.getInstance(Bcrypt.B, 4))
                .getResult();
        try {
            Path file = Files.createTempFile("users", ".properties");
            file.toFile().deleteOnExit();
            Path shipped = Path.of("config/users.properties");
            Files.writeString(file, Files.readString(shipped) + "\nnora.password=" + hash + "\n");
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode details(String id) throws IOException {
        HttpAnswer answer = api.ask("action=getmessagebyid&responseformat=json&msgID=" + id);
        assertEquals("getMsgInfoByID", TestApi.json(answer).get("action").textValue(), answer.text());
        return TestApi.json(answer).get("data");
    }

    private static List<String> ids(String more) throws IOException {
        return Xml.values(api.ask("action=receivemessage" + more).text(), "messageid");
    }
}
