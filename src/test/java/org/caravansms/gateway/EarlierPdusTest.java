package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.FreePort;
import org.caravansms.broker.Broker;
import org.caravansms.smsc.DeliverSmOctets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start after an upgrade from a version that put the PDUs of SMSCs on queues. */
class EarlierPdusTest {

    private static final List<String> EARLIER =
            List.of("sms.receipts", "sms.receipts.dead", "sms.inbound", "sms.inbound.dead");
    private static final byte[] RECEIPT = DeliverSmOctets.receipt(1, "id:5 stat:DELIVRD err:000", "");
    private static final byte[] DEAD_RECEIPT = DeliverSmOctets.receipt(2, "id:6 stat:UNDELIV err:001", "");

    @TempDir
    Path data;

    @Test
    void pdusThatAnEarlierVersionLeftShouldBeReadAtTheFirstStart() throws Exception {
        leaveOnTheQueues();
        try (RunningGateway gateway = RunningGateway.start(data, FreePort.next());
                Queues queues = new Queues()) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertTrue(inbox(gateway).contains("hello")));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertTrue(
                            orphans().contains(hex(RECEIPT)) && orphans().contains(hex(DEAD_RECEIPT)), orphans()));
            await().until(() -> !queues.browse("sms.dead").isEmpty());
            Message dead = queues.browse("sms.dead").get(0);
            assertEquals("no JSON", dead.getBody(String.class));
            assertTrue(dead.getStringProperty("SmsReason").endsWith("it is not JSON"));
            assertEquals("sms.inbound.dead", dead.getStringProperty("SmsQueue"));
            EARLIER.forEach(queue -> assertEquals(List.of(), queues.browse(queue), queue));
        }
    }

    /** With the queues in broker.xml, as that version had them. */
    private void leaveOnTheQueues() throws Exception {
        GatewayWithSmsc.end();
        Broker broker = new Broker(earlierConfiguration(), data);
        broker.start();
        try (Queues queues = new Queues()) {
            queues.put("sms.receipts", document(RECEIPT));
            queues.put("sms.receipts.dead", document(DEAD_RECEIPT), "SmsReason", "as it was");
            queues.put("sms.inbound", document(DeliverSmOctets.message(3, "hello")));
            queues.put("sms.inbound.dead", "no JSON");
        } finally {
            broker.stop();
        }
    }

    private Path earlierConfiguration() throws Exception {
        String addresses =
                String.join("", EARLIER.stream().map(EarlierPdusTest::address).toList());
        String now = Files.readString(Path.of("config/broker.xml"));
        return Files.writeString(data.resolve("broker.xml"), now.replace("<addresses>", "<addresses>" + addresses));
    }

    private static String address(String queue) {
        return "<address name=\"" + queue + "\"><anycast><queue name=\"" + queue + "\"/></anycast></address>";
    }

    private static String document(byte[] pdu) {
        return "{\"v\":1,\"provider\":\"sandbox\",\"bind\":1,\"pdus\":[{\"at\":\"2026-11-22T10:00:00Z\",\"pdu\":\""
                + Base64.getEncoder().encodeToString(pdu) + "\"}]}";
    }

    private static String inbox(RunningGateway gateway) {
        return gateway.post("action=receivemessage&username=admin&password=abc123");
    }

    private String orphans() {
        return new Operator(data).ask("receipts", "orphans").text();
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}
