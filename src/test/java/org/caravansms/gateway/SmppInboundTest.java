package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.simulator.InboundSms;
import org.caravansms.simulator.InboundTextAlphabet;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people send comes to the bound programs that inbound rules name, and waits for those that are away. */
class SmppInboundTest {

    private static final int ROK = 0;
    private static final int TRY_AGAIN = 0x64;
    private static final int UDHI = 0x40;
    private static final String DUE = "sms.smpp.due.";
    private static final String LONG = "A long message, cut by the gateway again. ".repeat(6);

    @RegisterExtension
    static final TestApi api = new TestApi("SMS_INBOUND_RULES_FILE", rules().toString());

    @AfterEach
    void everyAnsweredOneShouldBeGone() {
        await().until(() -> api.waiting(DUE + "admin") == 0);
    }

    @Test
    void messageShouldComeToTheClientThatARuleNames() throws Exception {
        api.smsc().deliver(InboundSms.text("36201234567", "77", "no rule"));
        api.smsc().deliver(InboundSms.text("36201234567", "1234", "Hello [you]"));
        await().until(() -> api.waiting(DUE + "admin") == 1);
        try (WireClient client = bound()) {
            WireResponse delivery = client.answerNext(ROK);
            assertEquals(
                    "00" + "0101" + hex("36201234567\0") + "0300" + hex("1234\0") + "00" + "0000" + "0000" + "00" + "00"
                            + "00" + "00" + "0d" + hex("Hello ") + "1b3c" + hex("you") + "1b3e",
                    delivery.hex().substring(32));
            api.smsc().deliver(InboundSms.text("36201234567", "1234", "Árvíz").withAlphabet(InboundTextAlphabet.UCS2));
            SubmitSm ucs2 = client.answerNext(ROK).deliverSm();
            assertEquals(List.of("Árvíz", 8), List.of(ucs2.text(), ucs2.dataCoding()));
            api.smsc().deliver(InboundSms.text("CARAVAN", "1234", "00ff1b7f").withAlphabet(InboundTextAlphabet.BINARY));
            SubmitSm binary = client.answerNext(ROK).deliverSm();
            assertEquals("00ff1b7f", HexFormat.of().formatHex(binary.shortMessage()));
            assertEquals(
                    List.of(4, 0, 5, "CARAVAN"),
                    List.of(
                            binary.dataCoding(),
                            binary.esmClass(),
                            binary.source().ton(),
                            binary.source().addr()));
        }
    }

    /** It comes to the gateway in parts, too, which the gateway has joined. */
    @Test
    void longMessageShouldComeInNumberedParts() throws Exception {
        api.smsc().deliver(InboundSms.text("36201234567", "1234", LONG).withOrder(2, 1));
        await().until(() -> api.waiting(DUE + "admin") > 0);
        try (WireClient client = bound()) {
            List<SubmitSm> parts = List.of(
                    client.answerNext(ROK).deliverSm(), client.answerNext(ROK).deliverSm());
            assertEquals(LONG, parts.get(0).text() + parts.get(1).text());
            assertEquals(
                    List.of(UDHI, UDHI),
                    List.of(parts.get(0).esmClass(), parts.get(1).esmClass()));
            String first = HexFormat.of().formatHex(parts.get(0).header());
            String second = HexFormat.of().formatHex(parts.get(1).header());
            assertEquals("050003", first.substring(0, 6));
            assertEquals("0201", first.substring(8));
            assertEquals(first.substring(0, 8) + "0202", second);
        }
    }

    @Test
    void messageShouldWaitForAClientThatIsAwayAndComeUntilItIsAnswered() throws Exception {
        api.smsc().deliver(InboundSms.text("36201234567", "1234", "while away"));
        await().until(() -> api.waiting(DUE + "admin") == 1);
        Message waiting = api.queues().browse(DUE + "admin").get(0);
        Duration left = Duration.ofMillis(waiting.getJMSExpiration() - System.currentTimeMillis());
        assertTrue(left.toHours() >= 71 && left.compareTo(Duration.ofHours(72)) <= 0, left.toString());
        try (WireClient client = bound()) {
            assertEquals("while away", client.answerNext(TRY_AGAIN).text());
            assertEquals("while away", client.receive(WirePdu.DELIVER_SM).text());
        }
        try (WireClient client = bound()) {
            assertEquals("while away", client.answerNext(ROK).text());
        }
    }

    /** The first of them is refused, and comes again before the other one. */
    @Test
    void receiptsOfAMessageShouldComeInTheirOrder() throws Exception {
        api.queues().put(DUE + "admin", receipt("ENROUTE"), "SmsId", "ordered");
        api.queues().put(DUE + "admin", receipt("DELIVRD"), "SmsId", "ordered");
        api.queues().put(DUE + "admin", receipt("EXPIRED"), "SmsId", "other");
        try (WireClient client = bound()) {
            List<String> came =
                    new ArrayList<>(List.of(client.answerNext(TRY_AGAIN).text()));
            for (int i = 0; i < 3; i++) {
                came.add(client.answerNext(ROK).text());
            }
            assertEquals(List.of("ENROUTE", "EXPIRED", "ENROUTE", "DELIVRD"), came);
        }
    }

    /** Those that it answered are gone, also when the connection is cut between them. */
    @Test
    void whatSharesAnEnvelopeShouldBeTakenOneByOne() throws Exception {
        String[] both = {"first " + receipt("ENROUTE"), "second " + receipt("EXPIRED")};
        api.queues().putEnvelope(DUE + "admin", 0, both);
        try (WireClient client = bound()) {
            assertEquals("ENROUTE", client.answerNext(ROK).text());
            assertEquals("EXPIRED", client.receive(WirePdu.DELIVER_SM).text());
        }
        try (WireClient client = bound()) {
            assertEquals("EXPIRED", client.answerNext(TRY_AGAIN).text());
            assertEquals("EXPIRED", client.answerNext(ROK).text());
        }
        api.queues().putEnvelope(DUE + "nobody", 1, both);
        await().until(() -> isDead("first") && isDead("second"));
    }

    private static boolean isDead(String id) {
        return api.queues().browse("sms.smpp.dead").stream().anyMatch(message -> isExpired(message, id));
    }

    /** The digits of a deliver_sm without addresses. */
    private static String receipt(String text) {
        String fields = "00".repeat(7) + "04" + "00".repeat(8) + "07" + hex(text);
        return "%08x".formatted(16 + fields.length() / 2) + "00000005" + "00000000" + "00000001" + fields;
    }

    /** The rules name both, and each has a queue of its own. */
    @Test
    void messageForTwoClientsShouldWaitForEach() throws Exception {
        api.smsc().deliver(InboundSms.text("36201234567", "1234", "both of you"));
        await().until(() -> texts(DUE + "later").contains(hex("both of you")));
        try (WireClient client = bound()) {
            assertEquals("both of you", client.answerNext(ROK).text());
        }
    }

    @Test
    void messageThatNobodyTakesShouldBeADeadLetter() throws Exception {
        api.queues().putExpiring(DUE + "nobody", "00", "expired-1");
        await().until(() -> isDead("expired-1"));
        String status = new Operator(api.data()).ask("status").text();
        assertTrue(status.contains("not delivered over SMPP"), status);
    }

    private static boolean isExpired(Message message, String id) {
        try {
            return id.equals(message.getStringProperty("SmsId")) && message.getJMSExpiration() == 0;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String texts(String queue) throws Exception {
        return String.join(" ", api.queues().messages(queue));
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static WireClient bound() {
        return await().until(SmppInboundTest::tryToBind, client -> client != null);
    }

    /** The bind of the test before may be about to end. */
    private static WireClient tryToBind() throws IOException {
        WireClient client = WireClient.connected(api.smppPort());
        if (client.ask(WirePdu.bind(WirePdu.BIND_RECEIVER, "admin", "abc123")).commandStatus() == ROK) {
            return client;
        }
        client.close();
        return null;
    }

    private static Path rules() {
        try {
            return Files.writeString(Files.createTempFile("inbound", ".rules"), """
                    smpp admin to=1234
                    smpp later to=1234 keyword=both
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
