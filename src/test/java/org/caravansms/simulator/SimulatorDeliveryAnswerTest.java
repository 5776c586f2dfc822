package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the answers to receipts are counted and matched. */
class SimulatorDeliveryAnswerTest {
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
    void windowShouldHoldTheRestBack() throws IOException {
        try (FaultySmsc smsc = start("--deliver-window", "3");
                WireClient transmitter = transmitter(smsc);
                WireClient receiver = receiver(smsc, "esme")) {
            assertEquals(List.of(0, 0, 0, 0, 0, 0, 0), FaultySmsc.statuses(transmitter, 7));
            List<WireResponse> first = List.of(receiver.receive(), receiver.receive(), receiver.receive());
            assertTrue(receiver.isSilent());
            receiver.send(WirePdu.response(first.get(1), 0));
            receiver.send(WirePdu.response(receiver.receive(), 0));
            receiver.receive();
            assertTrue(receiver.isSilent());
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
            assertTrue(client.isSilent());
            assertEquals(1, smsc.simulator().receipts().pending());
            client.send(WirePdu.response(receipt, 0));
            client.send(WirePdu.response(receipt, 0));
            assertTrue(client.isSilent());
            assertEquals(0, smsc.simulator().receipts().pending());
            // the three that answer nothing, and the enquire_links
            assertEquals(5, smsc.counts().other());
        }
    }

    @Test
    void genericNackShouldRefuseAReceipt() throws IOException {
        try (FaultySmsc smsc = start();
                WireClient client = smsc.bound()) {
            client.ask(WirePdu.submitSm(2, "x"));
            WireResponse receipt = client.receive();
            client.send(WirePdu.nack(receipt, 3));
            assertEquals(receipt.receiptId(), client.answerNext(0).receiptId());
            assertEquals(Map.of(3, 1L), smsc.simulator().receipts().refused());
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
