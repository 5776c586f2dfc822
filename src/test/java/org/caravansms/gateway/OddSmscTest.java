package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.caravansms.smsc.WireSmsc.BIND_TRANSCEIVER;
import static org.caravansms.smsc.WireSmsc.RESPONSE;
import static org.caravansms.smsc.WireSmsc.SUBMIT_SM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.caravansms.smsc.DeliverSmOctets;
import org.caravansms.smsc.WireSmsc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SMSCs of the field send, from the octets on the wire to what clients and operators are told. */
class OddSmscTest {

    private static final Queue<String> IDS = new ConcurrentLinkedQueue<>();

    @TempDir
    static Path data;

    private static WireSmsc smsc;
    private static WireSmsc other;
    private static ReceivedCallbacks callbacks;
    private static RunningGateway gateway;
    private static int sequenceNumber;

    @BeforeAll
    static void start() throws Exception {
        smsc = WireSmsc.start((id, sequence) -> (id & RESPONSE) != 0
                ? null
                : id == SUBMIT_SM
                        ? WireSmsc.pdu(SUBMIT_SM | RESPONSE, 0, sequence, IDS.remove() + "\0")
                        : WireSmsc.ok(id, sequence));
        other = WireSmsc.start((id, sequence) -> (id & RESPONSE) == 0 ? WireSmsc.ok(id, sequence) : null);
        callbacks = ReceivedCallbacks.start();
        gateway = RunningGateway.start(
                data,
                smsc.port(),
                "SMS_CALLBACK_HOSTS",
                "localhost",
                "SMS_CALLBACK_PRIVATE_NETWORKS",
                "true",
                "sms.provider.other.host",
                "127.0.0.1",
                "sms.provider.other.port",
                Integer.toString(other.port()),
                "sms.provider.other.system-id",
                "caravan",
                "sms.provider.other.password",
                "secret",
                "sms.provider.other.bind",
                "receiver",
                "sms.provider.other.inbound-alphabet",
                "ucs2",
                "sms.webhook.crm.url",
                "http://localhost:" + callbacks.port() + "/crm",
                "sms.webhook.crm.events",
                "inbound");
        await().until(() -> smsc.count(BIND_TRANSCEIVER) == 1 && other.connections() == 1);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        callbacks.close();
        smsc.close();
        other.close();
    }

    @Test
    void receiptShouldBeForTheIdThatIsSpelledSo() throws Exception {
        String first = send("Xy12Ab", "x");
        String second = send("Xy12aB", "x");
        receipt("id:Xy12aB stat:DELIVRD err:000");
        await().until(() -> state(second).equals("10"));
        assertEquals("1", state(first));
        receipt("id:Xy12Ab stat:UNDELIV err:001");
        await().until(() -> state(first).equals("16"));
    }

    @Test
    void failureAfterAStateThatNobodyKnowsShouldBeReported() throws Exception {
        String id = send("u-1", "x&reporturl=http://localhost:" + callbacks.port() + "/$messageid/$status/$statuscode");
        receipt("id:u-1 stat:QUEUED err:000");
        await().until(() -> state(id).equals("13"));
        receipt("id:u-1 stat:UNKNOWN err:000");
        await().until(() -> state(id).equals("18"));
        receipt("id:u-1 stat:REJECTD err:045");
        await().until(() -> state(id).equals("11"));
        await().untilAsserted(() ->
                assertEquals(List.of("deliveredtonetwork/0", "deliveryfailed/18", "deliveryfailed/11"), reported(id)));
    }

    @Test
    void idThatAllPartsShareShouldCountForAllOfThem() throws Exception {
        IDS.addAll(List.of("all", "all"));
        String id = send("all", "y".repeat(400));
        receipt("id:all stat:DELIVRD err:000");
        await().until(() -> state(id).equals("10"));
    }

    @Test
    void textShouldBeReadWhateverItsOctetsAre() throws Exception {
        smsc.send(DeliverSmOctets.message(++sequenceNumber, "M\u00fcller"));
        inboxShouldHave("Müller");
        smsc.send(DeliverSmOctets.message(++sequenceNumber, "\u00d0\u009f\u00d1\u0080"));
        inboxShouldHave("Пр");
        smsc.send(DeliverSmOctets.part(++sequenceNumber, 0, "\5\0\3\7\2\2" + "\u0065!"));
        smsc.send(DeliverSmOctets.part(++sequenceNumber, 0, "\5\0\3\7\2\1" + "5 \u001b"));
        inboxShouldHave("5 €!");
        smsc.send(DeliverSmOctets.part(++sequenceNumber, 8, "\5\0\3\11\2\1" + "\u00d8\u003d"));
        smsc.send(DeliverSmOctets.part(++sequenceNumber, 8, "\5\0\3\11\2\2" + "\u00de\u0000"));
        inboxShouldHave("😀");
    }

    @Test
    void alphabetOfTheProviderShouldBeThatOfDataCodingZero() throws Exception {
        other.send(DeliverSmOctets.message(1, "\u0004\u001f\u0000\u00e9"));
        inboxShouldHave("Пé");
    }

    @Test
    void portsShouldBeInTheInboxAndInCallbacks() throws Exception {
        smsc.send(DeliverSmOctets.part(++sequenceNumber, 0, "\6\5\4\u000b\u0084\u0023\u00f0" + "ported"));
        inboxShouldHave("ported");
        JsonNode message = inbox("ported");
        assertEquals(9200, message.get("sourceport").intValue());
        assertEquals(2948, message.get("destinationport").intValue());
        String ports = "\"sourceport\":9200,\"destinationport\":2948";
        await().until(() ->
                callbacks.requests().stream().anyMatch(request -> request.body().contains(ports)));
        assertTrue(ask("&responseformat=xml").contains("<destinationport>2948</destinationport>"));
        assertTrue(ask("&responseformat=urlencoded").contains("destinationport=2948"));
        assertTrue(ask("&responseformat=html").contains("Destination port: 2948<br>"));
        assertTrue(gateway.post("action=receivemsg&username=admin&password=abc123")
                .contains("{\"name\":\"destinationport\",\"value\":\"2948\"}"));
    }

    /** @return the gateway's name for a message that the SMSC gave that id, and all its parts those before */
    private static String send(String smscId, String text) {
        IDS.add(smscId);
        String id = gateway.send("recipient=%2B36201234567&messagedata=" + text)
                .replaceAll("(?s).*<messageid>(.*)</messageid>.*", "$1");
        await().until(IDS::isEmpty);
        return id;
    }

    private static void receipt(String text) throws IOException {
        smsc.send(DeliverSmOctets.receipt(++sequenceNumber, text, ""));
    }

    private static String state(String id) {
        return gateway.post("action=getmessagebyid&username=admin&password=abc123&msgID=" + id)
                .replaceAll("(?s).*<state>(.*)</state>.*", "$1");
    }

    private static List<String> reported(String id) {
        return callbacks.uris().stream()
                .filter(uri -> uri.startsWith("/" + id))
                .map(uri -> uri.substring(id.length() + 2))
                .toList();
    }

    private static void inboxShouldHave(String text) {
        await().until(() -> inbox(text) != null);
    }

    private static JsonNode inbox(String text) throws IOException {
        for (JsonNode message :
                new JsonMapper().readTree(ask("&responseformat=json")).at("/data/messages")) {
            if (message.get("messagedata").textValue().equals(text)) {
                return message;
            }
        }
        return null;
    }

    private static String ask(String more) {
        return gateway.post("action=receivemessage&username=admin&password=abc123" + more);
    }
}
