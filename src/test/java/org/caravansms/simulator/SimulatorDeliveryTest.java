package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static String id(WireResponse receipt) {
        return receipt.text().split(" ")[0].substring("id:".length());
    }

    private static boolean isSilent(WireClient client) throws IOException {
        return client.ask(WirePdu.empty(WirePdu.ENQUIRE_LINK, 77)).sequence() == 77 && client.available() == 0;
    }

    @Test
    void receiptShouldWaitForAReceiverOfItsEsme() throws IOException {
        try (FaultySmsc smsc = start();
                WireClient transmitter = transmitter(smsc);
                WireClient stranger = receiver(smsc, "other")) {
            String id = transmitter.ask(WirePdu.submitSm(2, "x")).messageId();
            assertTrue(isSilent(transmitter));
            assertTrue(isSilent(stranger));
            assertEquals(0, smsc.simulator().receipts().sent());
            try (WireClient receiver = receiver(smsc, "esme")) {
                assertEquals(id, id(receiver.answerNext(0)));
            }
            assertTrue(isSilent(transmitter));
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
                assertEquals(id, id(client.answerNext(status)));
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
                assertEquals(id, id(client.receive()));
            }
            try (WireClient client = smsc.bound()) {
                assertEquals(id, id(client.answerNext(0)));
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
            assertTrue(isSilent(client));
            client.ask(WirePdu.bind(WirePdu.BIND_RECEIVER, "esme", "secret"));
            client.answerNext(0);
        }
    }

    @Test
    void windowShouldHoldTheRestBack() throws IOException {
        try (FaultySmsc smsc = start("--deliver-window", "3");
                WireClient transmitter = transmitter(smsc);
                WireClient receiver = receiver(smsc, "esme")) {
            assertEquals(List.of(0, 0, 0, 0, 0, 0, 0), FaultySmsc.statuses(transmitter, 7));
            List<WireResponse> first = List.of(receiver.receive(), receiver.receive(), receiver.receive());
            assertTrue(isSilent(receiver));
            receiver.send(WirePdu.response(first.get(1), 0));
            receiver.send(WirePdu.response(receiver.receive(), 0));
            receiver.receive();
            assertTrue(isSilent(receiver));
            assertEquals(5, smsc.simulator().receipts().sent());
            assertEquals(5, smsc.simulator().receipts().pending());
        }
    }

    @Test
    void responseToNothingShouldChangeNothing() throws IOException {
        try (FaultySmsc smsc = start("--deliver-window", "1");
                WireClient client = smsc.bound()) {
            client.ask(WirePdu.submitSm(2, "x"));
            WireResponse receipt = client.receive();
            client.send(WirePdu.empty(0x80000005, 99));
            client.send(WirePdu.empty(0x80000004, receipt.sequence()));
            client.send(WirePdu.response(receipt, 0));
            client.send(WirePdu.response(receipt, 0));
            assertTrue(isSilent(client));
            assertEquals(0, smsc.simulator().receipts().pending());
            // the three that answer nothing, and the enquire_link
            assertEquals(4, smsc.counts().other());
        }
    }

    @Test
    void genericNackShouldRefuseAReceipt() throws IOException {
        try (FaultySmsc smsc = start();
                WireClient client = smsc.bound()) {
            client.ask(WirePdu.submitSm(2, "x"));
            WireResponse receipt = client.receive();
            client.send(WirePdu.nack(receipt, 3));
            assertEquals(id(receipt), id(client.answerNext(0)));
            assertEquals(Map.of(3, 1L), smsc.simulator().receipts().refused());
        }
    }

    @Test
    void receiptShouldComeBeforeItsResponse() throws IOException {
        try (FaultySmsc smsc = start("--receipts-before", "every=2", "--latency", "0");
                WireClient client = smsc.bound()) {
            for (int i = 0; i < 20; i++) {
                client.send(WirePdu.submitSm(2 * i, "x"));
                assertEquals(0x80000004, client.receive().commandId());
                client.answerNext(0);
                client.send(WirePdu.submitSm(2 * i + 1, "x"));
                WireResponse early = client.answerNext(0);
                assertEquals(id(early), client.receive().messageId());
            }
        }
    }

    @Test
    void receiptShouldTakeAnotherSession() throws IOException {
        try (FaultySmsc smsc = start("--receipts-elsewhere", "first=50", "--deliver-window", "5");
                WireClient one = smsc.bound();
                WireClient other = smsc.bound()) {
            assertEquals(50, FaultySmsc.statuses(one, 50).size());
            for (int i = 0; i < 50; i++) {
                assertEquals(0x05, other.answerNext(0).commandId());
            }
            assertTrue(isSilent(one));
        }
    }

    @Test
    void onlySessionShouldGetTheReceiptForAnotherOne() throws IOException {
        try (FaultySmsc smsc = start("--receipts-elsewhere", "100%");
                WireClient client = smsc.bound()) {
            assertEquals(client.ask(WirePdu.submitSm(2, "x")).messageId(), id(client.answerNext(0)));
        }
    }

    @Test
    void receiptShouldComeTwiceOrNever() throws IOException {
        try (FaultySmsc smsc = start("--receipts-twice", "text=1", "--receipts-never", "text=2");
                WireClient client = smsc.bound()) {
            String twice = client.ask(WirePdu.submitSm(1, "1")).messageId();
            assertEquals(twice, id(client.answerNext(0)));
            assertEquals(twice, id(client.answerNext(0)));
            client.ask(WirePdu.submitSm(2, "2"));
            String once = client.ask(WirePdu.submitSm(3, "3")).messageId();
            assertEquals(once, id(client.answerNext(0)));
            assertEquals(3, smsc.simulator().receipts().sent());
            assertEquals(0, smsc.simulator().receipts().repeated());
        }
    }

    @Test
    void receiptOfALostResponseShouldComeAllTheSame() throws IOException {
        try (FaultySmsc smsc = start("--lose", "first=1", "--cut-after", "2");
                WireClient client = smsc.bound()) {
            client.send(WirePdu.submitSm(1, "lost"));
            assertTrue(client.answerNext(0).text().endsWith("text:lost"));
            client.send(WirePdu.submitSm(2, "cut"));
            assertTrue(client.isEnded());
            try (WireClient next = smsc.bound()) {
                assertTrue(next.answerNext(0).text().endsWith("text:cut"));
            }
        }
    }

    @Test
    void heldReceiptsShouldComeAllAtOnceWhenEnoughAreGathered() throws IOException {
        int count = 5000;
        try (FaultySmsc smsc = start("--receipts-hold", "" + count, "--deliver-window", "0");
                WireClient transmitter = transmitter(smsc);
                WireClient receiver = receiver(smsc, "esme")) {
            FaultySmsc.statuses(transmitter, count - 1);
            assertTrue(isSilent(receiver));
            assertEquals(count - 1, smsc.simulator().receipts().pending());
            transmitter.ask(WirePdu.submitSm(2, "the last one"));
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < count; i++) {
                ids.add(id(receiver.receive()));
            }
            assertEquals(count, ids.size());
            assertEquals(count, smsc.simulator().receipts().sent());
            assertEquals(0, smsc.simulator().receipts().acknowledged());
            transmitter.ask(WirePdu.submitSm(3, "after it"));
            assertFalse(ids.contains(id(receiver.receive())));
        }
    }

    @Test
    void heldReceiptsShouldComeWhenToldTo() throws IOException {
        try (FaultySmsc smsc = start("--receipts-hold", "1000");
                WireClient client = smsc.bound()) {
            client.ask(WirePdu.submitSm(2, "x"));
            assertTrue(isSilent(client));
            smsc.simulator().releaseReceipts();
            client.answerNext(0);
        }
    }

    @Test
    void sequenceNumbersShouldBeThoseOfTheSession() throws IOException {
        try (FaultySmsc smsc = start();
                WireClient one = smsc.bound()) {
            one.ask(WirePdu.submitSm(700, "x"));
            assertEquals(1, one.answerNext(0).sequence());
            one.ask(WirePdu.submitSm(701, "x"));
            assertEquals(2, one.answerNext(0).sequence());
            try (WireClient other = smsc.bound()) {
                assertNotEquals(0, other.ask(WirePdu.submitSm(700, "x")).sequence());
            }
        }
    }
}
