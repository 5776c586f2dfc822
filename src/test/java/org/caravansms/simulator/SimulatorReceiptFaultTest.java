package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with receipts, and the burst of many. */
class SimulatorReceiptFaultTest {
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
    void receiptShouldComeBeforeItsResponse() throws IOException {
        try (FaultySmsc smsc = start("--receipts-before", "every=2", "--latency", "0");
                WireClient client = smsc.bound()) {
            for (int i = 0; i < 20; i++) {
                client.send(WirePdu.submitSm(2 * i, "x"));
                assertEquals(0x80000004, client.receive().commandId());
                client.answerNext(0);
                client.send(WirePdu.submitSm(2 * i + 1, "x"));
                WireResponse early = client.answerNext(0);
                assertEquals(early.receiptId(), client.receive().messageId());
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
            assertTrue(one.isSilent());
        }
    }

    @Test
    void onlySessionShouldGetTheReceiptForAnotherOne() throws IOException {
        try (FaultySmsc smsc = start("--receipts-elsewhere", "100%");
                WireClient client = smsc.bound()) {
            assertEquals(
                    client.ask(WirePdu.submitSm(2, "x")).messageId(),
                    client.answerNext(0).receiptId());
        }
    }

    @Test
    void receiptShouldComeTwiceOrNever() throws IOException {
        try (FaultySmsc smsc = start("--receipts-twice", "text=1", "--receipts-never", "text=2");
                WireClient client = smsc.bound()) {
            String twice = client.ask(WirePdu.submitSm(1, "1")).messageId();
            assertEquals(twice, client.answerNext(0).receiptId());
            assertEquals(twice, client.answerNext(0).receiptId());
            client.ask(WirePdu.submitSm(2, "2"));
            String once = client.ask(WirePdu.submitSm(3, "3")).messageId();
            assertEquals(once, client.answerNext(0).receiptId());
            assertEquals(3, smsc.simulator().receipts().sent());
            assertEquals(0, smsc.simulator().receipts().repeated());
        }
    }

    @Test
    void receiptOfALostResponseShouldComeAllTheSame() throws IOException {
        try (FaultySmsc smsc = start("--lose", "first=1", "--cut-after", "2");
                WireClient transmitter = transmitter(smsc);
                WireClient receiver = receiver(smsc, "esme")) {
            transmitter.send(WirePdu.submitSm(1, "lost"));
            assertTrue(receiver.answerNext(0).text().endsWith("text:lost"));
            transmitter.send(WirePdu.submitSm(2, "cut"));
            assertTrue(transmitter.isEnded());
            assertTrue(receiver.answerNext(0).text().endsWith("text:cut"));
        }
    }
}
