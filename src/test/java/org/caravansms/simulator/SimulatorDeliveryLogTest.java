package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a checker, a person and a test can tell of receipts and inbound messages. */
class SimulatorDeliveryLogTest {
    private static final InboundSms HELLO = InboundSms.text("36201234567", "1234", "Hello");

    private static List<JsonNode> deliveries(FaultySmsc smsc) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(smsc.log())) {
            JsonNode json = new ObjectMapper().readTree(line);
            if (json.has("kind")) {
                lines.add(json);
            }
        }
        return lines;
    }

    private static String summary(JsonNode line) {
        return "%s %d %s %s %s %d %s"
                .formatted(
                        line.get("command").asText(),
                        line.get("seq").asInt(),
                        line.get("kind").asText(),
                        line.get("id").asText(),
                        line.get("state").asText(),
                        line.get("times").asInt(),
                        line.path("status").asText("-"));
    }

    @Test
    void eachReceiptShouldHaveItsLinesWithTheStatusOfItsAnswer() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--receipts-delay", "0", "--deliver-rest-millis", "10");
                WireClient client = smsc.bound()) {
            String id = client.ask(WirePdu.submitSm(2, "x").asking(1)).messageId();
            WireResponse first = client.answerNext(0x58);
            client.answerNext(0);
            await().until(() -> smsc.simulator().receipts().pending() == 0);
            List<JsonNode> lines = deliveries(smsc);
            assertEquals(
                    List.of(
                            "deliver_sm 1 receipt " + id + " DELIVRD 1 -",
                            "deliver_sm_resp 1 receipt " + id + " DELIVRD 1 88",
                            "deliver_sm 2 receipt " + id + " DELIVRD 2 -",
                            "deliver_sm_resp 2 receipt " + id + " DELIVRD 2 0"),
                    lines.stream().map(SimulatorDeliveryLogTest::summary).toList());
            assertEquals(first.hex(), lines.get(0).get("raw").asText());
            assertEquals("esme", lines.get(0).get("system_id").asText());
            assertTrue(lines.get(0).get("time").asLong()
                    <= lines.get(1).get("time").asLong());
        }
    }

    @Test
    void lineShouldBeInTheFileBeforeTheDeliveryLeaves() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start();
                WireClient client = smsc.bound()) {
            for (int i = 1; i <= 20; i++) {
                smsc.simulator().deliver(HELLO);
                client.receive();
                assertEquals(
                        "deliver_sm " + i + " inbound " + i + " 1/1 1 -",
                        summary(deliveries(smsc).get(i - 1)));
            }
        }
    }

    @Test
    void peopleShouldReadALineForEachDeliveryAndItsAnswer() {
        OutgoingDelivery receipt =
                new OutgoingDelivery(DeliveryKind.RECEIPT, "1a2b", "UNDELIV", CommandId.DELIVER_SM, new byte[0]);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        ConsoleJournal console = new ConsoleJournal(print);
        DueDelivery again = DueDelivery.first(receipt, null, 0, 0).again(0, 1);
        Pdu answer = receipt.pdu(7).answer(0x80000005, 0x58, new byte[] {0});
        console.write(List.of(Exchange.sent("esme", again, 7), new Exchange(0, "esme", answer, null, null, again)));
        assertEquals(
                List.of(
                        "deliver_sm  seq=7 receipt id=1a2b UNDELIV (for the 2. time)",
                        "deliver_sm_resp  seq=7 receipt id=1a2b UNDELIV -> 0x58"),
                out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void statsShouldHaveReceiptsAndInboundMessages() {
        DeliveryCounts receipts = new DeliveryCounts(7, 3, new TreeMap<>(Map.of(0x58, 2L, 0x400, 1L)), 3, 1);
        DeliveryCounts inbound = new DeliveryCounts(0, 0, new TreeMap<>(), 0, 0);
        assertEquals(
                "{\"submits\":5,\"accepted\":5,\"refused\":0,\"lost\":0,\"firstSubmitEpochMicros\":8,"
                        + "\"lastResponseEpochMicros\":9,\"receipts\":{\"sent\":7,\"acknowledged\":3,"
                        + "\"refused\":{\"0x58\":2,\"0x400\":1},\"repeated\":3,\"pending\":1},"
                        + "\"inbound\":{\"sent\":0,\"acknowledged\":0,\"refused\":{},\"repeated\":0,\"pending\":0}}",
                new Stats(new Counts(1, 5, 5, 0, 0, 0), 8, 9, receipts, inbound).json());
        assertEquals(
                "Sent 7 receipts: 3 acknowledged, 3 refused, 3 repeated; 1 pending", receipts.sentence("receipts"));
    }
}
