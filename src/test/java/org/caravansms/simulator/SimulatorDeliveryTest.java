package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which session gets a receipt, when, and what becomes of it. */
class SimulatorDeliveryTest {
    private static final String[] SOON = {"--receipts-delay", "0", "--receipts-always", "--deliver-rest-millis", "50"};

    private static FaultySmsc start(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of(SOON));
        args.addAll(List.of(more));
        return FaultySmsc.start(args.toArray(String[]::new));
    }

    private static WireClient transmitter(FaultySmsc smsc) throws IOException {
        return WireClient.bound(smsc.port(), WirePdu.BIND_TRANSMITTER, "esme");
    }

    private static WireClient receiver(FaultySmsc smsc, String systemId) throws IOException {
        return WireClient.bound(smsc.port(), WirePdu.BIND_RECEIVER, systemId);
    }

    @Test
    void receiptShouldWaitForAReceiverOfItsEsme() throws IOException {
        try (FaultySmsc smsc = start();
                WireClient transmitter = transmitter(smsc);
                WireClient stranger = receiver(smsc, "other")) {
            String id = transmitter.ask(WirePdu.submitSm(2, "x")).messageId();
            assertTrue(transmitter.isSilent());
            assertTrue(stranger.isSilent());
            assertEquals(0, smsc.simulator().receipts().sent());
            try (WireClient receiver = receiver(smsc, "esme")) {
                assertEquals(id, receiver.answerNext(0).receiptId());
            }
            assertTrue(transmitter.isSilent());
        }
    }

    @Test
    void delayShouldBeginWithTheResponse() throws IOException {
        try (FaultySmsc smsc = start("--receipts-delay", "300", "--latency", "200");
                WireClient client = WireClient.connected(smsc.port())) {
            client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "esme", "secret"));
            long sent = System.nanoTime();
            client.ask(WirePdu.submitSm(2, "x"));
            client.answerNext(0);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
            assertTrue(millis >= 500 && millis < 5000, millis + " ms");
        }
    }

    @Test
    void refusedReceiptShouldBeSentAgainUntilItIsAcknowledged() throws IOException {
        try (FaultySmsc smsc = start();
                WireClient client = smsc.bound()) {
            String id = client.ask(WirePdu.submitSm(2, "x")).messageId();
            for (int status : List.of(0x58, 0x64, 0x58, 0)) {
                assertEquals(id, client.answerNext(status).receiptId());
            }
            await().until(() -> smsc.simulator().receipts().pending() == 0);
            DeliveryCounts counts = smsc.simulator().receipts();
            assertEquals(Map.of(0x58, 2L, 0x64, 1L), counts.refused());
            assertEquals(
                    "Sent 4 receipts: 1 acknowledged, 3 refused, 3 repeated; 0 pending", counts.sentence("receipts"));
        }
    }

    @Test
    void unansweredReceiptShouldGoToTheNextSession() throws IOException {
        try (FaultySmsc smsc = start()) {
            String id;
            try (WireClient client = smsc.bound()) {
                id = client.ask(WirePdu.submitSm(2, "x")).messageId();
                assertEquals(id, client.receive().receiptId());
            }
            try (WireClient client = smsc.bound()) {
                assertEquals(id, client.answerNext(0).receiptId());
                await().until(() -> smsc.simulator().receipts().pending() == 0);
            }
            assertEquals(2, smsc.simulator().receipts().sent());
            assertEquals(1, smsc.simulator().receipts().repeated());
        }
    }

    @Test
    void unboundSessionShouldGetNothingMore() throws IOException {
        try (FaultySmsc smsc = start();
                WireClient client = smsc.bound();
                WireClient transmitter = transmitter(smsc)) {
            client.ask(WirePdu.empty(WirePdu.UNBIND, 2));
            transmitter.ask(WirePdu.submitSm(2, "x"));
            assertTrue(client.isSilent());
            client.ask(WirePdu.bind(WirePdu.BIND_RECEIVER, "esme", "secret"));
            client.answerNext(0);
        }
    }
}
