package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.FreePort;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that was cancelled while its SMSC was away is not sent, also by a gateway that starts after that. */
class SmppCancelTest {

    private static final int ROK = 0;
    private static final int RESPONSE = 0x80000000;
    private static final int CANCEL_SM = 0x08;
    private static final int FIRST = 10;

    @TempDir
    Path data;

    @Test
    void cancelledMessageOfAnEnvelopeShouldNotBeSentAfterAStart() throws Exception {
        int smscPort = FreePort.next();
        try (RunningGateway gateway = RunningGateway.start(data, smscPort);
                WireClient client = WireClient.connected(gateway.smppPort())) {
            client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "admin", "abc123"));
            client.send(burst("one", "two", "three", "four"));
            assertEquals(ROK, cancel(client, idOfSecond(client)));
        }
        try (RunningGateway gateway = RunningGateway.start(data, smscPort);
                Queues queues = new Queues();
                TestSmsc smsc = TestSmsc.on(smscPort)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> smsc.received().size() >= 3);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> queues.browse("sms.cancelled").isEmpty());
            assertEquals(
                    List.of("four", "one", "three"),
                    smsc.texts().stream().sorted().toList());
        }
    }

    /** In one write, so that they are accepted together. */
    private static byte[] burst(String... texts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < texts.length; i++) {
            all.writeBytes(WirePdu.submitSm(FIRST + i, texts[i]).bytes());
        }
        return all.toByteArray();
    }

    /** Answers come in any order. */
    private static String idOfSecond(WireClient client) throws Exception {
        WireResponse answer = client.receive(WirePdu.SUBMIT_SM | RESPONSE);
        while (answer.sequence() != FIRST + 1) {
            answer = client.receive(WirePdu.SUBMIT_SM | RESPONSE);
        }
        return answer.messageId();
    }

    private static int cancel(WireClient client, String id) throws Exception {
        String octets = HexFormat.of().formatHex(id.getBytes(StandardCharsets.US_ASCII));
        client.send(WirePdu.empty(CANCEL_SM, 99).with("00" + octets + "00" + "000000" + "000000"));
        WireResponse answer = client.receive(CANCEL_SM | RESPONSE);
        assertEquals(99, answer.sequence());
        return answer.commandStatus();
    }
}
