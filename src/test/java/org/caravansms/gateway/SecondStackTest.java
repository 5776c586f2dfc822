package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudhopper.smpp.SmppBindType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.util.FileUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two that know nothing of ours read what the gateway sends, and what each of them rejoins is what was posted: another
 * SMPP stack, which answers, and Wireshark's dissector. {@code -Dcaravan.texts=1000 -Dcaravan.rounds=250} makes that a
 * million messages, {@code -Dcaravan.seed=…} repeats a run.
 */
class SecondStackTest {

    private static final int TEXTS = Integer.getInteger("caravan.texts", 300);
    private static final int ROUNDS = Integer.getInteger("caravan.rounds", 1);
    private static final int REQUEST = 100;
    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"udh", "udh16", "sar", "payload"})
    void messagesOfAllTypesAndLengthsShouldBeRejoinedAsTheyWerePosted(String way) throws Exception {
        Tshark.require();
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = Files.createDirectory(data.resolve(way + round));
            List<SampleMessage> messages = SampleMessage.all(TEXTS, SEED + round);
            System.out.printf("second stack, %s: seed %d, %d messages", way, SEED + round, TEXTS);
            List<DissectedPdu> submits = arrived(folder, way, messages);
            System.out.printf(" in %d submit_sm%n", submits.size());
            assertEquals(SampleMessage.contents(messages), rejoined(submits));
            FileUtil.removeDir(folder.toFile());
        }
    }

    /** @return what the dissector made of it, once the other stack has all */
    private static List<DissectedPdu> arrived(Path folder, String way, List<SampleMessage> messages) throws Exception {
        Map<String, String> contents = SampleMessage.contents(messages);
        try (SecondSmsc smsc = new SecondSmsc();
                EventTap tap = new EventTap(folder, smsc.port())) {
            try (RunningGateway gateway =
                    RunningGateway.start(folder, tap.port(), "SMS_PROVIDER_SANDBOX_LONG_MESSAGES", way)) {
                for (int i = 0; i < messages.size(); i += REQUEST) {
                    post(gateway, messages.subList(i, Math.min(messages.size(), i + REQUEST)));
                }
                await().atMost(Duration.ofMinutes(2))
                        .until(() ->
                                smsc.texts().equals(contents) || !smsc.faults().isEmpty());
            }
            assertEquals(List.of(), smsc.faults());
            // the pushes of the sample are octets at random, and no WSP
            List<DissectedPdu> submits = tap.dissected("wsp").pdus("smpp.command_id == 4").stream()
                    .filter(pdu -> pdu.number("smpp.command_id", 0) == 4)
                    .toList();
            assertEquals(smsc.submits(), submits.size());
            return submits;
        }
    }

    /** By recipient; parts that are missing, too many or of another message are told apart. */
    private static Map<String, String> rejoined(List<DissectedPdu> submits) {
        Map<String, TreeMap<Integer, DissectedPdu>> messages = new TreeMap<>();
        submits.forEach(pdu -> messages.computeIfAbsent(pdu.field("smpp.destination_addr"), to -> new TreeMap<>())
                .put(pdu.part(), pdu));
        Map<String, String> contents = new TreeMap<>();
        messages.forEach((to, parts) -> {
            int count = parts.firstEntry().getValue().parts();
            assertTrue(parts.firstKey() == 1 && parts.lastKey() == count && parts.size() == count, to);
            assertEquals(
                    1,
                    parts.values().stream()
                            .map(DissectedPdu::reference)
                            .distinct()
                            .count());
            contents.put(to, parts.values().stream().map(DissectedPdu::content).collect(Collectors.joining()));
        });
        return contents;
    }

    @Test
    void transceiverShouldBeBoundAndUnboundAndAskIfTheOtherIsThere() throws Exception {
        try (SecondSmsc smsc = new SecondSmsc()) {
            try (RunningGateway gateway =
                    RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_ENQUIRE_LINK_MILLIS", "200")) {
                await().until(() -> smsc.requests("enquire_link") > 0);
                assertEquals(List.of(SmppBindType.TRANSCEIVER), smsc.binds());
                gateway.send("recipient=111222&messagedata=x");
                await().until(() -> smsc.submits() == 1);
            }
            await().until(() -> smsc.requests("unbind") == 1);
            assertTrue(smsc.faults().isEmpty(), () -> smsc.faults().toString());
        }
    }

    @Test
    void transmitterShouldBeBoundAndUnbound() throws Exception {
        try (SecondSmsc smsc = new SecondSmsc()) {
            try (RunningGateway gateway =
                    RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_BIND", "transmitter")) {
                gateway.send("recipient=111222&messagedata=x");
                await().until(() -> smsc.submits() == 1);
                assertEquals(List.of(SmppBindType.TRANSMITTER), smsc.binds());
            }
            await().until(() -> smsc.requests("unbind") == 1);
            assertEquals(List.of(), smsc.faults());
        }
    }

    private static void post(RunningGateway gateway, List<SampleMessage> messages) {
        String answer = gateway.send(SampleMessage.form(messages));
        assertEquals(
                messages.size(),
                Xml.values(answer, "statuscode\\d+").stream()
                        .filter("0"::equals)
                        .count(),
                answer);
    }
}
