package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An SMSC keeps a receipt until it is acknowledged, whatever becomes of the sessions. */
class SimulatorDeliveryLossTest {
    private static final int SUBMITS = 3000;
    private static final int RESPONSE = 0x80000004;

    private final Random random = new Random(1);

    @Test
    void everyReceiptShouldBeAcknowledgedAtLastWhileSessionsComeAndGo() throws IOException {
        String[] args = {"--receipts-always", "--receipts-delay", "50%0,50%5", "--deliver-rest-millis", "5"};
        try (FaultySmsc smsc = FaultySmsc.start(args);
                WireClient transmitter = WireClient.bound(smsc.port(), WirePdu.BIND_TRANSMITTER, "esme");
                WireClient slow = smsc.bound()) {
            Set<String> ids = submit(transmitter);
            Set<String> acknowledged = new HashSet<>();
            for (int session = 0; session < 10; session++) {
                try (WireClient client = smsc.bound()) {
                    answer(client, acknowledged, random.nextInt(300));
                }
                answer(slow, acknowledged, 20);
            }
            slow.close();
            try (WireClient last = smsc.bound()) {
                answerAll(smsc, last, acknowledged);
            }
            assertEquals(ids, acknowledged);
            assertTrue(smsc.simulator().receipts().repeated() > 0);
        }
    }

    private static Set<String> submit(WireClient transmitter) throws IOException {
        transmitter.send(FaultySmsc.submits(SUBMITS));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < SUBMITS; i++) {
            ids.add(transmitter.receive(RESPONSE).messageId());
        }
        return ids;
    }

    /** A third is refused, a third never answered. */
    private void answer(WireClient client, Set<String> acknowledged, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            WireResponse receipt = client.receive(WirePdu.DELIVER_SM);
            int choice = random.nextInt(3);
            if (choice == 0) {
                acknowledged.add(receipt.receiptId());
            }
            if (choice < 2) {
                client.send(WirePdu.response(receipt, choice == 0 ? 0 : 0x58));
            }
        }
    }

    private static void answerAll(FaultySmsc smsc, WireClient client, Set<String> acknowledged) {
        await().until(() -> {
            while (client.available() > 0) {
                acknowledged.add(client.answerNext(0).receiptId());
            }
            return smsc.simulator().receipts().pending() == 0;
        });
    }

    @Test
    void receiptShouldComeThoughItsConnectionEndedBeforeTheResponse() throws IOException {
        Answers slow = submitSm -> SubmitAnswer.ok().withExtraLatencyMillis(60_000);
        SimulatorOptions options =
                SimulatorOptions.defaults().withPort(0).withQuiet(true).withAnswers(slow);
        options.receipts.delay = Latency.ofMillis(0);
        try (Simulator simulator = new Simulator(options).start();
                WireClient receiver = WireClient.bound(simulator.port(), WirePdu.BIND_RECEIVER, "esme")) {
            try (WireClient client = WireClient.bound(simulator.port())) {
                client.send(WirePdu.submitSm(2, "x").asking(1));
                await().until(() -> simulator.receipts().pending() == 1);
                assertTrue(receiver.isSilent());
            }
            assertTrue(receiver.answerNext(0).text().endsWith(" text:x"));
        }
    }

    @Test
    void nothingShouldLeaveBeforeTheResponseToTheBind() throws IOException {
        try (FaultySmsc smsc = FaultySmsc.start("--latency", "100")) {
            smsc.simulator().deliver(InboundSms.text("1", "2", "x").withSystemId("esme"));
            try (WireClient client = WireClient.connected(smsc.port())) {
                client.send(WirePdu.bind(WirePdu.BIND_RECEIVER, "esme", "secret"));
                List<Integer> commands =
                        List.of(client.receive().commandId(), client.receive().commandId());
                assertEquals(List.of(0x80000001, 0x05), commands);
            }
        }
    }
}
