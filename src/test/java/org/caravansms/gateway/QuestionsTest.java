package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.caravansms.simulator.InboundSms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client hears of messages from the gateway's own store. */
class QuestionsTest {

    private static final String HUNDREDS = "1".repeat(100);

    @RegisterExtension
    static final Api api = new Api();

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

    private static JsonNode details(String id) throws IOException {
        HttpAnswer answer = api.ask("action=getmessagebyid&responseformat=json&msgID=" + id);
        assertEquals("getMsgInfoByID", Api.json(answer).get("action").textValue(), answer.text());
        return Api.json(answer).get("data");
    }

    private static List<String> ids(String more) throws IOException {
        return Xml.values(api.ask("action=receivemessage" + more).text(), "messageid");
    }
}
