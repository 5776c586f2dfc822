package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.caravansms.simulator.InboundSms;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a client learns of its messages after the submit, and what it can still change. */
class SmppCommandsTest {

    private static final int ROK = 0;
    private static final int SUBMIT_SM_RESP = 0x80000004;

    @RegisterExtension
    static final TestApi api = new TestApi();

    /** The SMSC's own err, in the text and as network_error_code. */
    @Test
    void receiptShouldHaveTheNetworksErrorCode() throws Exception {
        try (SeenEvents seen = new SeenEvents();
                WireClient client = bound()) {
            client.send(WirePdu.submitSm(2, "fails").asking(2));
            String id = client.receive(SUBMIT_SM_RESP).messageId();
            await().until(() -> seen.ids("submitted").contains(id));
            JsonNode submitted = seen.of("submitted").stream()
                    .filter(event -> event.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
            api.smsc()
                    .deliver(
                            InboundSms.text(
                                    "36203105366",
                                    "44777888",
                                    "id:" + submitted.path("parts").path("1").asText()
                                            + " sub:001 dlvrd:000 submit date:2611271200 done date:2611271201 stat:UNDELIV err:027 text:"));
            WireResponse receipt = client.answerNext(ROK);
            assertTrue(receipt.text().contains(" stat:UNDELIV err:027 "), receipt.text());
            assertTrue(receipt.text().startsWith("id:" + id), receipt.text());
            assertArrayEquals(new byte[] {3, 0, 27}, receipt.deliverSm().tlvs().get(0x0423));
        }
    }

    private static WireClient bound() throws Exception {
        WireClient client = WireClient.connected(api.smppPort());
        client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "admin", "abc123"));
        return client;
    }
}
