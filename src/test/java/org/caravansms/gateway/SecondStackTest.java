package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.caravansms.smsc.MixedTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another SMPP stack takes what the gateway sends, and what it rejoins is what was posted. {@code -Dcaravan.texts=100000}
 * makes it long, {@code -Dcaravan.seed=…} repeats it.
 */
class SecondStackTest {

    private static final int TEXTS = Integer.getInteger("caravan.texts", 300);
    private static final int REQUEST = 100;
    private static final int LONGEST = 1530;
    private static final long SEED = Long.getLong("caravan.seed", System.nanoTime());

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"udh", "udh16", "sar", "payload"})
    void textsOfAllLengthsShouldBeRejoinedAsTheyWerePosted(String way) throws Exception {
        try (SecondSmsc smsc = new SecondSmsc();
                RunningGateway gateway =
                        RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_LONG_MESSAGES", way)) {
            Map<String, String> texts = texts();
            List<Map.Entry<String, String>> all = List.copyOf(texts.entrySet());
            for (int i = 0; i < all.size(); i += REQUEST) {
                post(gateway, all.subList(i, Math.min(all.size(), i + REQUEST)));
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> smsc.texts().equals(texts) || !smsc.faults().isEmpty());
            System.out.printf(
                    "second stack, %s: seed %d, %d texts in %d submit_sm%n", way, SEED, TEXTS, smsc.submits());
            assertEquals(List.of(), smsc.faults());
            assertEquals(texts, smsc.texts());
        }
    }

    @Test
    void transceiverShouldBeBoundAndUnboundAndAskIfTheOtherIsThere() throws Exception {
        try (SecondSmsc smsc = new SecondSmsc()) {
            try (RunningGateway gateway = RunningGateway.start(
                    data,
                    smsc.port(),
                    "SMS_PROVIDER_SANDBOX_BIND",
                    "transceiver",
                    "SMS_PROVIDER_SANDBOX_ENQUIRE_LINK_MILLIS",
                    "200")) {
                await().until(() -> smsc.transceivers() == 1 && smsc.requests("enquire_link") > 0);
                gateway.send("recipient=111222&messagedata=x");
                await().until(() -> smsc.submits() == 1);
            }
            await().until(() -> smsc.requests("unbind") == 1);
            assertTrue(smsc.faults().isEmpty(), () -> smsc.faults().toString());
        }
    }

    private static void post(RunningGateway gateway, List<Map.Entry<String, String>> texts) {
        StringBuilder form = new StringBuilder("messagecount=" + texts.size());
        for (int i = 0; i < texts.size(); i++) {
            form.append("&recipient")
                    .append(i)
                    .append("=%2B")
                    .append(texts.get(i).getKey());
            form.append("&messagedata")
                    .append(i)
                    .append('=')
                    .append(Api.encoded(texts.get(i).getValue()));
        }
        String answer = gateway.send(form.toString());
        assertEquals(
                texts.size(),
                Xml.values(answer, "statuscode\\d+").stream()
                        .filter("0"::equals)
                        .count(),
                answer);
    }

    /** By recipient; the lengths are spread over all there are. */
    private static Map<String, String> texts() {
        Random random = new Random(SEED);
        MixedTexts mixed = new MixedTexts(SEED);
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < TEXTS; i++) {
            String kind = MixedTexts.KINDS.get(random.nextInt(MixedTexts.KINDS.size()));
            texts.put("36" + (200_000_000 + i), mixed.text(kind, i * LONGEST / TEXTS));
        }
        return texts;
    }
}
