package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.caravansms.simulator.WireResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The parts of a long message become one message, which the SMSC gets as the gateway cuts it: those here are so short
 * that it is one submit_sm. The gateway was started again after the first part of one.
 */
class SmppPartsTest {

    private static final int ROK = 0;
    private static final int SUBMIT_SM_RESP = 0x80000004;
    private static final int UDHI = 0x40;
    private static final int UCS2 = 8;
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    static Path folder;

    private static TestSmsc smsc;
    private static RunningGateway gateway;

    @BeforeAll
    static void startAfterAFirstPart() throws Exception {
        Path users = users();
        smsc = TestSmsc.start();
        try (RunningGateway first = start(users);
                WireClient client = bound(first)) {
            accepted(client, part(2, 0, "05000301" + "0302", "and the middle, "));
        }
        gateway = start(users);
    }

    /** The sample user, and {@code again}, whose references are its ids. */
    private static Path users() throws IOException {
        String lines = Files.readString(Path.of("config/users.properties"));
        String again = lines.lines()
                .filter(line -> line.startsWith("admin.password="))
                .findFirst()
                .orElseThrow()
                .replace("admin", "again");
        String more = "admin.reassemble=true\nagain.smpp=true\nagain.reassemble=true\nagain.smpp-idempotent=true\n";
        return Files.writeString(folder.resolve("users.properties"), lines + "\n" + again + "\n" + more);
    }

    private static RunningGateway start(Path users) throws IOException {
        return RunningGateway.start(folder.resolve("data"), smsc.port(), "SMS_API_USERS_FILE", users.toString());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
    }

    @Test
    void partShouldWaitOverAStart() throws Exception {
        try (WireClient client = bound(gateway)) {
            accepted(client, part(2, 0, "05000301" + "0303", "the end"));
            accepted(client, part(3, 0, "05000301" + "0301", "The beginning, "));
            SubmitSm whole = arrived("The beginning, and the middle, the end");
            assertEquals(0, whole.esmClass());
        }
    }

    /** The character € is an escape and a letter, here in two parts, which two binds submit. */
    @Test
    void partsOfTwoBindsShouldBeOneTextOfGsm() throws Exception {
        try (WireClient client = bound(gateway);
                WireClient other = bound(gateway)) {
            accepted(client, WirePdu.submitSm(2, UDHI, 0, HEX.parseHex("060804" + "1234" + "0202" + "65" + "21")));
            accepted(other, WirePdu.submitSm(2, UDHI, 0, HEX.parseHex("060804" + "1234" + "0201" + "35" + "1b")));
            arrived("5€!");
        }
    }

    /** Each part has half a character; the second comes twice. */
    @Test
    void partsByParametersShouldBeOneTextOfUcs2() throws Exception {
        try (WireClient client = bound(gateway)) {
            String emoji = HEX.formatHex("\ud83d\ude00".getBytes(StandardCharsets.UTF_16BE));
            accepted(client, sar(2, 2, emoji.substring(4)));
            accepted(client, sar(3, 2, emoji.substring(4)));
            accepted(client, sar(4, 1, "0161" + emoji.substring(0, 4)));
            arrived("š\ud83d\ude00");
        }
    }

    private static WirePdu sar(int sequence, int number, String octets) {
        return WirePdu.submitSm(sequence, 0, UCS2, HEX.parseHex(octets))
                .with("020c0002" + "0077" + "020e0001" + "02" + "020f0001" + "0" + number);
    }

    /** One reference, other recipients. */
    @Test
    void partsToOthersShouldBeOtherMessages() throws Exception {
        try (WireClient client = bound(gateway)) {
            accepted(client, to("06201111111", 2, "0201", "to one "));
            accepted(client, to("06202222222", 3, "0201", "to two "));
            accepted(client, to("06202222222", 4, "0202", "is this"));
            accepted(client, to("06201111111", 5, "0202", "is that"));
            assertEquals(
                    List.of("06201111111", "06202222222"),
                    List.of(
                            arrived("to one is that").destination().addr(),
                            arrived("to two is this").destination().addr()));
        }
    }

    private static WirePdu to(String number, int sequence, String place, String text) {
        String octets = "05000399" + place + HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII));
        String addresses = "00" + "0101" + hex("44777888\0") + "0001" + hex(number + "\0");
        String length = HEX.toHexDigits((byte) (octets.length() / 2));
        return WirePdu.empty(WirePdu.SUBMIT_SM, sequence)
                .with(addresses + "40" + "0000" + "0000" + "0000" + "0000" + length + octets);
    }

    private static String hex(String text) {
        return HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Not for the one that did not ask. */
    @Test
    void eachPartShouldHaveTheReceiptThatItAskedFor() throws Exception {
        try (WireClient client = bound(gateway)) {
            String first =
                    accepted(client, part(2, 0, "05000355" + "0301", "With ").asking(1));
            String unasked = accepted(client, part(3, 0, "05000355" + "0302", "receipts "));
            String last =
                    accepted(client, part(4, 0, "05000355" + "0303", "please").asking(1));
            assertFalse(receipts(client, "DELIVRD", first, last).contains(unasked));
            arrived("With receipts please");
        }
    }

    /** A part comes twice, then the whole message: the reference of its first part names it. */
    @Test
    void repeatedMessageShouldBeSentOnceByItsReference() throws Exception {
        try (WireClient client = WireClient.bound(gateway.smppPort(), WirePdu.BIND_TRANSCEIVER, "again", "abc123")) {
            String first = accepted(client, referenced(2, 1, "Once ", 1));
            accepted(client, referenced(3, 1, "Once ", 0));
            accepted(client, referenced(4, 2, "only", 0));
            receipts(client, "DELIVRD", first);
            accepted(client, referenced(5, 1, "Once ", 0));
            accepted(client, referenced(6, 2, "only", 0));
            accepted(client, part(7, 0, "05000378" + "0201", "behind "));
            accepted(client, part(8, 0, "05000378" + "0202", "it"));
            arrived("behind it");
            assertEquals(
                    1,
                    smsc.received().stream()
                            .filter(sm -> sm.text().equals("Once only"))
                            .count());
        }
    }

    /** user_message_reference is behind the text. */
    private static WirePdu referenced(int sequence, int number, String text, int registeredDelivery) {
        return part(sequence, 0, "05000377" + "020" + number, text)
                .asking(registeredDelivery)
                .with("020400020815");
    }

    @Test
    void policyShouldSeeTheWholeText() throws Exception {
        List<Object> seen = new CopyOnWriteArrayList<>();
        gateway.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:policy")
                        .routeId("policy")
                        .process(message ->
                                seen.add(message.getMessage().getBody(Map.class).get("text")));
            }
        });
        try (WireClient client = bound(gateway)) {
            accepted(client, part(2, 0, "05000366" + "0202", " looked at"));
            accepted(client, part(3, 0, "05000366" + "0201", "It is"));
            arrived("It is looked at");
            assertTrue(seen.contains("It is looked at"), seen.toString());
            assertTrue(seen.stream().noneMatch(text -> text.toString().contains("05000366")), seen.toString());
        } finally {
            gateway.camel().getRouteController().stopRoute("policy");
            gateway.camel().removeRoute("policy");
        }
    }

    @Test
    void operatorShouldSeeWhatWaits() throws Exception {
        try (WireClient client = bound(gateway)) {
            accepted(client, part(2, 0, "05000388" + "0201", "It waits"));
            String status = new Operator(folder.resolve("data")).ask("status").text();
            assertTrue(
                    status.matches(
                            "(?s).*parts of long messages +[1-9][0-9]* +messages on sms.smpp.parts, the oldest for"
                                    + " [0-9.]+ seconds\n.*"),
                    status);
        }
    }

    /** The parts were accepted: a message that cannot be is reported. */
    @Test
    void refusedMessageShouldBeReportedForEachPart() throws Exception {
        try (WireClient client = bound(gateway)) {
            String first = accepted(client, to("12", 2, "0201", "to no").asking(1));
            String last = accepted(client, to("12", 3, "0202", "body").asking(2));
            receipts(client, "REJECTD", first, last);
        }
    }

    /** Of a ringing tone or what it may be: no text, so no part of one. */
    @Test
    void binaryPartShouldNotWait() throws Exception {
        try (WireClient client = bound(gateway)) {
            accepted(client, WirePdu.submitSm(2, UDHI, 4, HEX.parseHex("05000342" + "0201" + "00ff")));
            await().until(() -> smsc.received().stream()
                    .anyMatch(sm -> HEX.formatHex(sm.shortMessage()).equals("05000342020100ff")));
        }
    }

    /** @return the ids of all receipts until those of these parts were there */
    private static Set<String> receipts(WireClient client, String state, String... parts) throws IOException {
        Map<String, String> texts = new HashMap<>();
        while (!texts.keySet().containsAll(List.of(parts))) {
            WireResponse receipt = client.answerNext(ROK);
            texts.put(receipt.receiptId(), receipt.text());
        }
        for (String part : parts) {
            assertTrue(texts.get(part).contains(" stat:" + state + " "), texts.get(part));
        }
        return texts.keySet();
    }

    private static WirePdu part(int sequence, int coding, String header, String text) {
        return WirePdu.submitSm(
                sequence, UDHI, coding, HEX.parseHex(header + HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII))));
    }

    /** @return message_id */
    private static String accepted(WireClient client, WirePdu submit) throws IOException {
        client.send(submit);
        WireResponse answer = client.receive(SUBMIT_SM_RESP);
        assertEquals(ROK, answer.commandStatus());
        assertEquals(36, answer.messageId().length());
        return answer.messageId();
    }

    private static SubmitSm arrived(String text) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> smsc.received().stream().anyMatch(sm -> sm.text().equals(text)));
        return smsc.received().stream()
                .filter(sm -> sm.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static WireClient bound(RunningGateway at) throws IOException {
        WireClient client = WireClient.connected(at.smppPort());
        client.ask(WirePdu.bind(WirePdu.BIND_TRANSCEIVER, "admin", "abc123"));
        return client;
    }
}
