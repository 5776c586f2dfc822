package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.simulator.SubmitSm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each message type makes of its data, as octets of the whole submit_sm at the SMSC. */
class MessageTypesTest {

    private static final String VCARD = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8:Őry;Áron\r\nEND:VCARD\r\n";
    private static final String SI =
            "<si>\n<indication href=\"http://wap.ozeki.hu\" action=\"signal-high\">\nOzeki\n</indication>\n</si>";
    private static final String SI_PDU = "ea0601ae02056a0045c60c037761702e6f7a656b692e6875000801034f7a656b69000101";
    private static final String PUSH_PORT = "0605040b8423f0";

    @TempDir
    static Path data;

    private static TestSmsc smsc;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        smsc = TestSmsc.start();
        gateway = RunningGateway.start(data, smsc.port(), "SMS_PROVIDER_SANDBOX_RECEIPTS", "none");
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        smsc.close();
    }

    @BeforeEach
    void forget() {
        smsc.received().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "SMS:TEXT, a€, 00, 611b65",
        "SMS:TEXT, Ж, 08, 0416",
        "SMS:TEXT:CLASS0, a€, 10, 611b65",
        "SMS:TEXT:CLASS3, Ж, 1b, 0416",
        "SMS:TEXT:GSM7BIT, @, 00, 00",
        "SMS:TEXT:GSM7BIT:CLASS0, @, 10, 00",
        "SMS:TEXT:GSM7BIT:CLASS1, @, 11, 00",
        "SMS:TEXT:GSM7BIT:CLASS2, @, 12, 00",
        "SMS:TEXT:GSM7BIT:CLASS3, @, 13, 00",
        "SMS:TEXT:UCS2, a, 08, 0061",
        "SMS:TEXT:UCS2:CLASS0, a, 18, 0061",
        "SMS:TEXT:UCS2:CLASS1, a, 19, 0061",
        "SMS:TEXT:UCS2:CLASS2, é, 1a, 00e9",
        "SMS:TEXT:UCS2:CLASS3, a, 1b, 0061"
    })
    void textShouldArriveInItsAlphabetAndClass(String type, String text, String dataCoding, String octets) {
        send(type, text);
        assertArrived(pdu("00", "00", dataCoding, octets));
    }

    @Test
    void binaryShouldArriveAsItsOctets() {
        String octets = everyOctet().substring(0, 280);
        send("SMS:BINARY", octets.toUpperCase());
        assertArrived(pdu("00", "00", "04", octets));
        smsc.received().clear();
        send("SMS:BINARY", everyOctet().substring(232));
        assertArrived(pdu("00", "00", "04", everyOctet().substring(232)));
    }

    @Test
    void binaryXmlShouldSetTheFieldsItNames() {
        send("SMS:BINARY:XML", "<sms><pid>41</pid><dcs>F5</dcs><udh>0605040B8423F0</udh><ud>" + SI_PDU + "</ud></sms>");
        assertArrived(pdu("40", "41", "f5", PUSH_PORT + SI_PDU));
    }

    @Test
    void binaryXmlWithDataOnlyShouldLeaveTheFieldsZero() {
        send("sms:binary:xml", "<?xml version=\"1.0\"?><m><x><Ud>\n 00ff \n</Ud></x><UDH/></m>");
        assertArrived(pdu("00", "00", "00", "00ff"));
    }

    @ParameterizedTest
    @CsvSource({"SMS:VCARD, 23f4", "SMS:VCALENDAR, 23f5", "sms:vCard, 23f4"})
    void objectShouldArriveInUtf8AtItsPort(String type, String port) {
        send(type, VCARD);
        String octets = HexFormat.of().formatHex(VCARD.getBytes(StandardCharsets.UTF_8));
        assertArrived(pdu("40", "00", "04", "060504" + port + "0000" + octets));
    }

    @ParameterizedTest
    @ValueSource(strings = {SI, SI_PDU})
    void wapPushShouldArriveAsAWspPduAtThePushPort(String message) {
        send("SMS:WAPPUSH", message);
        assertArrived(pdu("40", "00", "04", PUSH_PORT + SI_PDU));
    }

    @Test
    void everyDataCodingShouldArriveOrBeRefused() {
        String answer = gateway.send("messagecount=256&messagetype=SMS:BINARY:XML"
                + IntStream.range(0, 256)
                        .mapToObj(i -> "&recipient%d=111222&messagedata%d=".formatted(i, i)
                                + encoded("<s><dcs>%02x</dcs><ud>%02x8000ff</ud></s>".formatted(i, i)))
                        .collect(Collectors.joining()));
        Map<Integer, String> expected = new TreeMap<>();
        List<String> statuses = Xml.values(answer, "statuscode\\d+");
        IntStream.range(0, 256)
                .filter(i -> statuses.get(i).equals("0"))
                .forEach(i -> expected.put(i, "%02x8000ff".formatted(i)));
        assertEquals(256 - 32, expected.size());
        await().until(() -> smsc.received().size() == expected.size());
        assertEquals(
                expected,
                smsc.received().stream()
                        .collect(Collectors.toMap(
                                SubmitSm::dataCoding,
                                submit -> HexFormat.of().formatHex(submit.shortMessage()),
                                (one, other) -> one + other,
                                TreeMap::new)));
    }

    @ParameterizedTest
    @CsvSource({
        "SMS:PIGEON, x, 8, 'The types are SMS:TEXT, '",
        "SMS:TEXT:CLASS4, x, 8, ' SMS:WAPPUSH.'",
        "SMS:TEXT:GSM7BIT, secret Ж, 11, 'at position 8 the character U+0416'",
        "SMS:BINARY, abc, 11, messagedata is not hexadecimal",
        "SMS:BINARY:XML, <sms/>, 11, has no element UD",
        "SMS:WAPPUSH, http://example.com, 11, no <si> document",
    })
    void whatCannotBeSentShouldBeRejectedAndItsNeighbourSent(String type, String text, String status, String why) {
        String answer = gateway.send("messagecount=2&recipient0=111222&messagedata0=" + encoded(text) + "&messagetype0="
                + type + "&recipient1=111222&messagedata1=good");
        assertEquals(List.of(status, "0"), Xml.values(answer, "statuscode\\d"));
        String message = Xml.values(answer, "statusmessage0").get(0);
        assertTrue(message.replace("&lt;", "<").replace("&gt;", ">").contains(why), message);
        assertFalse(message.contains("secret"), message);
        await().until(() -> smsc.texts().equals(List.of("good")));
    }

    private static void send(String type, String text) {
        gateway.send("messagecount=1&recipient0=111222&messagetype0=" + type + "&messagedata0=" + encoded(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String everyOctet() {
        return IntStream.range(0, 256).mapToObj("%02x"::formatted).collect(Collectors.joining());
    }

    private static void assertArrived(String pdu) {
        await().until(() -> smsc.received().size() == 1);
        byte[] raw = smsc.received().get(0).raw();
        assertEquals(pdu, HexFormat.of().formatHex(raw, 16, raw.length));
    }

    /** SMPP 3.4 section 4.4.1, header excluded: originator 1/1 44777888, recipient 0/1 111222. */
    private static String pdu(String esmClass, String protocolId, String dataCoding, String shortMessage) {
        return "00" + "0101" + ascii("44777888") + "00" + "0001" + ascii("111222") + "00" + esmClass + protocolId
                + "00" + "00" + "00" + "00" + "00" + dataCoding + "00"
                + "%02x".formatted(shortMessage.length() / 2) + shortMessage;
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
