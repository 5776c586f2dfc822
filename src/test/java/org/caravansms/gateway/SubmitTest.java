package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an HTTP request to the octets at the SMSC, and the report back. */
class SubmitTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @TempDir
    static Path data;

    private static TestSmsc smsc;
    private static RunningGateway gateway;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        String sample = Files.readString(Path.of("config/users.properties"));
        Path users = Files.writeString(
                data.resolve("users.properties"), sample + "team.password" + sample.substring(sample.indexOf("=$2b$")));
        gateway = RunningGateway.start(data, smsc.port(), "SMS_API_USERS_FILE", users.toString());
        queues = new Queues();
    }

    @AfterAll
    static void stop() throws Exception {
        queues.close();
        gateway.close();
        smsc.close();
    }

    @BeforeEach
    void forget() {
        await().until(() -> queues.browse(Queues.OUTBOUND).isEmpty());
        smsc.received().clear();
    }

    @Test
    void seedRequestShouldGetTheSeedsAnswer() throws IOException {
        String answer = seedRequest();
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/xml; charset=utf-8\r\n"), answer);
        String xml = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertEquals(SEED_ANSWER, xml.replaceAll(UUID, "ID"));
    }

    @Test
    void seedRequestShouldReachTheSmsc() throws IOException {
        seedRequest();
        await().until(() -> smsc.received().size() == 2);
        assertEquals(Set.of("Hello World", "Second Message"), Set.copyOf(smsc.texts()));
        SubmitSm hello = submit("Hello World");
        // SMPP 3.4 section 4.4.1, header excluded: originator 1/1 without its plus, recipient 0/1, a receipt asked for,
        // all else 0
        assertEquals(
                "00" + "01" + "01" + hex("44777888") + "00" + "00" + "01" + hex("06203105366") + "00" + "00" + "00"
                        + "00" + "00" + "00" + "01" + "00" + "00" + "00" + "0b" + hex("Hello World"),
                HexFormat.of().formatHex(hello.raw(), 16, hello.raw().length));
    }

    @Test
    void gsmTextShouldArriveAsGsm0338UnderDataCoding0() {
        gateway.send("messagecount=1&recipient0=%2B36201234567&messagedata0=%40%C3%A9%E2%82%AC%7B");
        await().until(() -> smsc.received().size() == 1);
        assertEquals(0, smsc.received().get(0).dataCoding());
        assertArrayEquals(
                HexFormat.of().parseHex("00051b651b28"), smsc.received().get(0).shortMessage());
    }

    @Test
    void otherTextShouldArriveAsUcs2UnderDataCoding8() {
        gateway.send("messagecount=1&recipient0=%2B36201234567&messagedata0=%D0%9F%F0%9F%90%AA");
        await().until(() -> smsc.received().size() == 1);
        assertEquals(8, smsc.received().get(0).dataCoding());
        assertArrayEquals(
                HexFormat.of().parseHex("041fd83ddc2a"), smsc.received().get(0).shortMessage());
    }

    @Test
    void fullPartShouldGoOutWhole() {
        gateway.send("messagecount=2&recipient0=111222&messagedata0=" + "x".repeat(160)
                + "&recipient1=111222&messagedata1=" + "%D0%9F".repeat(70));
        await().until(() -> smsc.received().size() == 2);
        assertEquals(Set.of("x".repeat(160), "П".repeat(70)), Set.copyOf(smsc.texts()));
    }

    @Test
    void numberShouldBeSentAndReportedAsItWasUnderstood() {
        String answer = gateway.send("messagecount=3&messagedata0=number&messagedata1=x&messagedata2=x"
                + "&recipient0=%E2%80%AA%2B36%C2%A020/123-4567%E2%80%AC&originator0=%2B36+30/765-4321"
                + "&recipient1=%2B06201234567&recipient2=20x");
        assertEquals(List.of("+36201234567", "+06201234567", "20x"), Xml.values(answer, "recipient"));
        assertEquals(List.of("0", "1", "1"), Xml.values(answer, "statuscode\\d"));
        assertTrue(answer.contains("recipient1 begins with +0, and no country code begins with 0"), answer);
        assertTrue(answer.contains("recipient2 is not a number of 3 to 20 digits: it has \"x\" (U+0078)."), answer);
        await().until(() -> smsc.received().size() == 1);
        SubmitSm submit = submit("number");
        assertEquals(
                "0101" + hex("36307654321") + "00" + "0101" + hex("36201234567") + "00",
                HexFormat.of().formatHex(submit.raw(), 17, 17 + 28));
    }

    @Test
    void badMessagesShouldBeRejectedAndTheirNeighboursSent() {
        String answer = gateway.send("messagecount=6&recipient0=111222&messagedata0=good"
                + "&recipient1=&messagedata1=a&recipient2=abc&messagedata2=b&recipient3=111222"
                + "&recipient4=111222&messagedata4=" + "%7B".repeat(255 * 76 + 1)
                + "&recipient5=111222&messagedata5=c&messagetype5=SMS:PIGEON");
        assertEquals(List.of("0", "1", "1", "2", "9", "8"), Xml.values(answer, "statuscode\\d"));
        assertTrue(answer.contains("recipient1 is missing"), answer);
        assertTrue(answer.contains("Missing parameter: messagedata3."), answer);
        assertTrue(answer.contains("<messageid1/>"), answer);
        await().until(() -> !smsc.received().isEmpty());
        gateway.send("messagecount=1&recipient0=111222&messagedata0=after");
        await().until(() -> smsc.texts().contains("after"));
        assertEquals(List.of("good", "after"), smsc.texts());
    }

    @Test
    void userDataShouldStayData() {
        String text = "${body} {{sms.data-dir}} <script> %0d%0a &amp; ' \" ]]>";
        gateway.send("messagecount=1&recipient0=111222&messagedata0="
                + java.net.URLEncoder.encode(text + "\r\n", StandardCharsets.UTF_8));
        await().until(() -> smsc.received().size() == 1);
        assertEquals(text + "\r\n", smsc.texts().get(0));
    }

    @Test
    void charactersThatXmlCannotCarryShouldBeReplacedInTheEchoOnly() {
        String answer = gateway.send("messagecount=1&recipient0=111222&messagedata0=a%01b");
        assertTrue(answer.contains("<messagedata0>a\uFFFDb</messagedata0>"), answer);
        await().until(() -> smsc.received().size() == 1);
        assertEquals("a\u0001b", smsc.texts().get(0));
    }

    @Test
    void singleMessageShouldBeReportedWithoutAnIndex() {
        String answer =
                gateway.get("action=sendmessage&username=admin&password=abc123&recipient=111222&messagedata=one");
        assertTrue(answer.contains("<acceptreport>"), answer);
        assertTrue(answer.contains("<statuscode>0</statuscode>"), answer);
        await().until(() -> smsc.texts().equals(List.of("one")));
    }

    @Test
    void transportHeadersShouldNotSteerTheSubmit() {
        // the sample login has no headers of that kind
        gateway.post(
                "action=sendmessage&username=team&password=abc123"
                        + "&messagecount=1&recipient0=111222&messagedata0=mine&CamelSmppDestAddr=666",
                "CamelSmppDestAddr",
                "999",
                "CAMELSMPPSOURCEADDR",
                "999",
                "SmsAttempts",
                "9");
        await().until(() -> smsc.received().size() == 1);
        assertEquals("111222", smsc.received().get(0).destination().addr());
        assertEquals("44777888", smsc.received().get(0).source().addr());
    }

    @Test
    void requestsThatAreWrongShouldGetAnEnvelopeAndSendNothing() {
        assertEnvelope(
                "1157",
                gateway.post("action=sendmessage&username=admin&password=wrong&recipient=111222&messagedata=x"));
        assertEnvelope(
                "1157", gateway.post("action=sendmessage&username=nobody&password=abc123&recipient=1&messagedata=x"));
        assertEnvelope("1157", gateway.post("action=sendmessage&recipient=111222&messagedata=x"));
        assertEnvelope("3", gateway.post("action=fly&username=admin&password=abc123"));
        assertEnvelope("2", gateway.post("username=admin&password=abc123"));
        for (String count : List.of("0", "-1", "x", "", "100001", "99999999999")) {
            assertEnvelope("4", gateway.send("recipient0=111222&messagedata0=x&messagecount=" + count));
        }
        assertEnvelope("2", gateway.send("recipient0=111222&messagedata0=x"));
        assertEnvelope("2", gateway.send("recipient=111222"));
        assertEnvelope("5", gateway.send("recipient=111222&messagedata=%FF"));
        gateway.send("messagecount=1&recipient0=111222&messagedata0=last");
        await().until(() -> !smsc.received().isEmpty());
        assertEquals(List.of("last"), smsc.texts());
    }

    private static void assertEnvelope(String code, String answer) {
        assertTrue(answer.contains("<action>error</action>"), answer);
        assertEquals(List.of(code), Xml.values(answer, "errorcode"), answer);
        assertFalse(answer.contains("acceptreport"), answer);
    }

    private SubmitSm submit(String text) {
        return smsc.received().stream()
                .filter(sms -> sms.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static String seedRequest() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream().write(SEED_REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final String SEED_BODY =
            "action=sendmessage&messagecount=2&username=admin&password=abc123&recipient0=06203105366&"
                    + "messagetype0=SMS%3ATEXT&messagedata0=Hello+World&recipient1=06202222222&messagetype1=SMS%3ATEXT&"
                    + "messagedata1=Second+Message";

    private static final String SEED_REQUEST = "POST /api HTTP/1.1\r\nHost: 127.0.0.1:9509\r\n"
            + "User-Agent: Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.9.0.10)\r\n"
            + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
            + "Accept-Language: en-us,en;q=0.5\r\nAccept-Encoding: gzip,deflate\r\n"
            + "Accept-Charset: ISO-8859-1,utf-8;q=0.7,*;q=0.7\r\nKeep-Alive: 300\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + SEED_BODY.length() + "\r\n\r\n"
            + SEED_BODY;

    private static final String SEED_ANSWER = """
            <?xml version="1.0" encoding="utf-8"?>
            <response>
              <action>sendmessage</action>
              <data>
                <acceptreport0>
                  <statuscode0>0</statuscode0>
                  <statusmessage0>Message accepted for delivery</statusmessage0>
                  <messageid0>ID</messageid0>
                  <originator0>+44777888</originator0>
                  <recipient>06203105366</recipient>
                  <messagetype0>SMS:TEXT</messagetype0>
                  <messagedata0>Hello World</messagedata0>
                  <serviceprovider0/>
                </acceptreport0>
                <acceptreport1>
                  <statuscode1>0</statuscode1>
                  <statusmessage1>Message accepted for delivery</statusmessage1>
                  <messageid1>ID</messageid1>
                  <originator1>+44777888</originator1>
                  <recipient>06202222222</recipient>
                  <messagetype1>SMS:TEXT</messagetype1>
                  <messagedata1>Second Message</messagedata1>
                  <serviceprovider1/>
                </acceptreport1>
              </data>
            </response>
            """;
}
