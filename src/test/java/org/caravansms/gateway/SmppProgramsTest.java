package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppClient;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.tlv.Tlv;
import com.cloudhopper.smpp.type.Address;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.caravansms.FreePort;
import org.caravansms.simulator.InboundSms;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.simulator.WireClient;
import org.caravansms.simulator.WirePdu;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stacks and platforms that people use, bound to the gateway: each submits one of each kind, gets a receipt, unbinds,
 * and gets at its next bind what came meanwhile. Wireshark's dissector reads all of it.
 */
class SmppProgramsTest {

    private static final String LONG = "A message that is too long for one part. ".repeat(6);
    private static final String UCS2 = "Árvíz 漢";
    private static final byte[] BINARY = HexFormat.of().parseHex("00ff1b7f");
    private static final List<String> USERS = List.of("camel", "jsmpp", "cloudhopper", "node", "kannel", "seen");
    private static final int SAR_MSG_REF_NUM = 0x020C;
    private static final int SAR_TOTAL_SEGMENTS = 0x020E;
    private static final int SAR_SEGMENT_SEQNUM = 0x020F;
    private static final String OPTIONAL = "OptionalParameter";
    private static final int MESSAGE_PAYLOAD = 0x0424;

    private static final int TLS_PORT = FreePort.next();

    @RegisterExtension
    static final TestApi api = new TestApi(
            "SMS_API_USERS_FILE", users().toString(),
            "SMS_INBOUND_RULES_FILE", rules().toString(),
            "SMS_SMPP_SERVER_TLS", "true",
            "SMS_SMPP_SERVER_TLS_PORT", Integer.toString(TLS_PORT));

    @TempDir
    static Path folder;

    private static EventTap tap;

    private final List<String> came = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void capture() throws IOException {
        tap = new EventTap(folder, api.smppPort());
    }

    /** Its making fails on what the dissector complains about. */
    @AfterAll
    static void dissectorShouldNotComplain() throws Exception {
        Tshark.require();
        Tshark dissected = tap.dissected();
        assertTrue(dissected.pdus("smpp.command_id == 0x80000004").size() > USERS.size());
        List<DissectedPdu> deliveries = dissected.pdus("smpp.command_id == 5 and tcp.srcport == " + tap.port());
        assertTrue(deliveries.size() >= 10, deliveries.toString());
    }

    @Test
    void camelSmppShouldSubmitAndConsume() throws Exception {
        String address = "127.0.0.1:" + tap.port() + "?password=abc123&systemType=&sourceAddr=44777888&maxReconnect=1";
        try (CamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("smpp:camel@" + address).routeId("receive").process(exchange -> {
                        came.add("receipt " + exchange.getMessage().getHeader("CamelSmppId"));
                        came.add("" + exchange.getMessage().getBody(String.class));
                    });
                }
            });
            camel.start();
            ProducerTemplate template = camel.createProducerTemplate();
            Sending to = new Sending(camel.createProducerTemplate(), "smpp:camel@" + address);
            String id = to.send(1, "short", "RegisteredDelivery", (byte) 1);
            to.send(2, LONG);
            for (byte part = 1; part <= 2; part++) {
                to.send(3, half(part), OPTIONAL, sar(part));
            }
            to.send(4, "", OPTIONAL, Map.of((short) MESSAGE_PAYLOAD, LONG.getBytes(StandardCharsets.US_ASCII)));
            to.send(5, UCS2, "Alphabet", (byte) 8, "Encoding", "UTF-16BE");
            to.send(6, BINARY, "Alphabet", (byte) 4, "DataCoding", (byte) 4);
            everyKindShouldArrive();
            await().untilAsserted(() -> assertTrue(came.contains("receipt " + id), came.toString()));
            camel.getRouteController().stopRoute("receive");
            leaveMessage("camel");
            camel.getRouteController().startRoute("receive");
            await().until(() -> came.contains("for camel"));
        }
    }

    private static Map<Short, Object> sar(byte part) {
        return Map.of(
                (short) SAR_MSG_REF_NUM, (short) 7,
                (short) SAR_TOTAL_SEGMENTS, (byte) 2,
                (short) SAR_SEGMENT_SEQNUM, part);
    }

    /** The fields of a submit_sm are headers with this beginning. */
    private record Sending(ProducerTemplate template, String endpoint) {

        /** @return message_id */
        String send(int last, Object body, Object... fields) {
            Map<String, Object> headers = new HashMap<>(Map.of(
                    "CamelSmppDestAddr", "3620100000" + last,
                    "CamelSmppDestAddrTon", (byte) 1,
                    "CamelSmppDestAddrNpi", (byte) 1,
                    "CamelSmppRegisteredDelivery", (byte) 0));
            for (int i = 0; i < fields.length; i += 2) {
                headers.put("CamelSmpp" + fields[i], fields[i + 1]);
            }
            Exchange sent = template.request(endpoint, exchange -> {
                exchange.getMessage().setBody(body);
                exchange.getMessage().setHeaders(headers);
            });
            assertNull(sent.getException());
            return sent.getMessage().getHeader("CamelSmppId", List.class).get(0).toString();
        }
    }

    @Test
    void jsmppShouldSubmitAndReceive() throws Exception {
        try (Esme esme = Esme.bound(tap.port(), BindType.BIND_TRX, "jsmpp", "abc123")) {
            esme.session.setMessageReceiverListener(new Listener());
            esme.destination = "36201000001";
            esme.registeredDelivery = 1;
            String id = esme.submit("short");
            esme.registeredDelivery = 0;
            submitAll(esme);
            everyKindShouldArrive();
            await().until(() -> came.stream().anyMatch(text -> text.startsWith("id:" + id)));
        }
        leaveMessage("jsmpp");
        try (Esme esme = Esme.bound(tap.port(), BindType.BIND_RX, "jsmpp", "abc123")) {
            esme.session.setMessageReceiverListener(new Listener());
            await().until(() -> came.contains("for jsmpp"));
        }
    }

    private static void submitAll(Esme esme) throws Exception {
        for (int part = 1; part <= 2; part++) {
            esme.destination = "36201000002";
            esme.esmClass = 0x40;
            esme.submit(withHeader(part));
            esme.esmClass = 0;
            esme.destination = "36201000003";
            esme.submit(
                    half(part).getBytes(StandardCharsets.US_ASCII),
                    new OptionalParameter.Sar_msg_ref_num((short) 7),
                    new OptionalParameter.Sar_total_segments((byte) 2),
                    new OptionalParameter.Sar_segment_seqnum((byte) part));
        }
        esme.destination = "36201000004";
        esme.submit(new byte[0], new OptionalParameter.Message_payload(LONG.getBytes(StandardCharsets.US_ASCII)));
        esme.destination = "36201000005";
        esme.dataCoding = 8;
        esme.submit(UCS2.getBytes(StandardCharsets.UTF_16BE));
        esme.destination = "36201000006";
        esme.dataCoding = 4;
        esme.submit(BINARY);
    }

    @Test
    void cloudhopperShouldSubmitAndReceive() throws Exception {
        DefaultSmppClient client = new DefaultSmppClient();
        try {
            SmppSession session = bindCloudhopper(client, SmppBindType.TRANSCEIVER);
            String id = submit(session, 1, 1, "short".getBytes(StandardCharsets.US_ASCII));
            for (int part = 1; part <= 2; part++) {
                submit(session, 2, 0, withHeader(part), new Tlv((short) 0x0204, new byte[] {0, 1}));
                submit(
                        session,
                        3,
                        0,
                        half(part).getBytes(StandardCharsets.US_ASCII),
                        new Tlv((short) SAR_MSG_REF_NUM, new byte[] {0, 7}),
                        new Tlv((short) SAR_TOTAL_SEGMENTS, new byte[] {2}),
                        new Tlv((short) SAR_SEGMENT_SEQNUM, new byte[] {(byte) part}));
            }
            submit(
                    session,
                    4,
                    0,
                    new byte[0],
                    new Tlv((short) MESSAGE_PAYLOAD, LONG.getBytes(StandardCharsets.US_ASCII)));
            submit(session, 5, 0, UCS2.getBytes(StandardCharsets.UTF_16BE));
            submit(session, 6, 0, BINARY);
            everyKindShouldArrive();
            await().until(() -> came.stream().anyMatch(text -> text.startsWith("id:" + id)));
            session.unbind(10_000);
            session.destroy();
            leaveMessage("cloudhopper");
            SmppSession again = bindCloudhopper(client, SmppBindType.RECEIVER);
            await().until(() -> came.contains("for cloudhopper"));
            again.unbind(10_000);
            again.destroy();
        } finally {
            client.destroy();
        }
    }

    private SmppSession bindCloudhopper(DefaultSmppClient client, SmppBindType type) throws Exception {
        SmppSessionConfiguration session = new SmppSessionConfiguration(type, "cloudhopper", "abc123");
        session.setHost("127.0.0.1");
        session.setPort(tap.port());
        session.setBindTimeout(30_000);
        session.setConnectTimeout(30_000);
        return client.bind(session, new DefaultSmppSessionHandler() {
            @Override
            public PduResponse firePduRequestReceived(PduRequest request) {
                if (request instanceof DeliverSm delivery) {
                    came.add(CharsetUtil.decode(delivery.getShortMessage(), CharsetUtil.CHARSET_GSM));
                }
                return request.createResponse();
            }
        });
    }

    /** @param kind the last digit of its recipient, which says its fields, too */
    private static String submit(SmppSession session, int kind, int registeredDelivery, byte[] octets, Tlv... tlvs)
            throws Exception {
        com.cloudhopper.smpp.pdu.SubmitSm pdu = new com.cloudhopper.smpp.pdu.SubmitSm();
        pdu.setSourceAddress(new Address((byte) 1, (byte) 1, "44777888"));
        pdu.setDestAddress(new Address((byte) 1, (byte) 1, "3620100000" + kind));
        pdu.setRegisteredDelivery((byte) registeredDelivery);
        pdu.setEsmClass((byte) (kind == 2 ? 0x40 : 0));
        pdu.setDataCoding((byte) (kind == 5 ? 8 : kind == 6 ? 4 : 0));
        pdu.setShortMessage(octets);
        Arrays.asList(tlvs).forEach(pdu::addOptionalParameter);
        return session.submit(pdu, 30_000).getMessageId();
    }

    @Test
    void nodeModuleShouldSubmitAndReceive() throws Exception {
        ProcessBuilder node = new ProcessBuilder(
                "node", "src/test/node/smpp_client.js", "" + tap.port(), "node", "abc123", "3620100000");
        node.environment().put("NODE_PATH", NodeModules.installed().toString());
        try (TalkingProgram program = new TalkingProgram(node)) {
            await().until(() -> program.lines().stream().anyMatch(line -> line.startsWith("id ")) || program.said(""));
            everyKindShouldArrive();
            String id = program.lines().stream()
                    .filter(line -> line.startsWith("id "))
                    .findFirst()
                    .orElseThrow()
                    .substring(3);
            await().until(() -> program.lines().stream().anyMatch(line -> line.startsWith("deliver_sm id:" + id)));
            program.say("unbind");
            await().until(() -> program.said("unbind"));
            leaveMessage("node");
            program.say("bind");
            await().until(() -> program.said("deliver_sm for node"));
        }
    }

    /** It has no sar parameters and no message_payload, and cuts long messages itself. */
    @Test
    void kannelShouldSubmitAndReceive() throws Exception {
        Kannel.require();
        try (Kannel kannel = new Kannel(folder, tap.port())) {
            kannel.start();
            kannel.send("36201000001", "short", "");
            kannel.send("36201000002", LONG.replace(' ', '+'), "");
            kannel.send("36201000005", TestApi.encoded(UCS2), "&coding=2&charset=UTF-8");
            kannel.send("36201000006", "%00%ff%1b%7f", "&coding=1");
            Map<String, List<SubmitSm>> arrived = arrived(5);
            assertEquals("short", joined(arrived.get("36201000001")));
            assertEquals(LONG, joined(arrived.get("36201000002")));
            assertEquals(UCS2, joined(arrived.get("36201000005")));
            assertEquals("00ff1b7f", hex(arrived.get("36201000006").get(0)));
            await().until(() -> kannel.came().contains("receipt 36201000001 1"));
            kannel.stop();
            leaveMessage("kannel");
            kannel.start();
            await().untilAsserted(() -> assertTrue(
                    kannel.came().contains("inbound +36201234567 1005 for kannel"),
                    kannel.came().toString()));
            Files.write(Path.of("target/kannel.log"), kannel.log());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientShouldBindOverTls(String version) throws Exception {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new TlsTest.TrustAll()}, null);
        SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", TLS_PORT);
        socket.setEnabledProtocols(new String[] {version});
        try (WireClient client = WireClient.on(socket)) {
            WirePdu bind = WirePdu.bind(WirePdu.BIND_TRANSMITTER, "camel", "abc123");
            assertEquals(0, client.ask(bind).commandStatus());
            assertEquals(0, client.ask(WirePdu.submitSm(2, "over " + version)).commandStatus());
            assertEquals(List.of("over " + version), api.texts(1));
        }
    }

    /** An alert of TLS may come first. */
    @Test
    void plainOctetsOnThePortOfTlsShouldEndTheConnection() throws Exception {
        try (WireClient client = WireClient.connected(TLS_PORT)) {
            client.send(WirePdu.bind(WirePdu.BIND_TRANSMITTER, "camel", "abc123"));
            int octet = client.octet();
            while (octet >= 0) {
                assertNotEquals(0x80, octet);
                octet = client.octet();
            }
        }
    }

    @Test
    void operatorShouldSeeTheBindsAndEndThem() throws Exception {
        Operator operator = new Operator(api.data());
        try (WireClient client = WireClient.bound(api.smppPort(), WirePdu.BIND_TRANSCEIVER, "seen", "abc123")) {
            client.ask(WirePdu.submitSm(2, "seen"));
            String list = operator.ask("smpp-clients", "list").text();
            assertTrue(list.matches("(?s)USER +BIND .*\nseen +transceiver +127.0.0.1:\\d+ +3.4 .* 0 of 100 .*"), list);
            String json = operator.ask("smpp-clients", "list", "--json").text();
            assertTrue(json.startsWith("{\"clients\":["), json);
            assertTrue(json.contains("\"window\":{\"used\":0,\"size\":100}"), json);
            assertTrue(json.contains("{\"user\":\"seen\",\"bind\":\"transceiver\",\"address\":\"127.0.0.1:"), json);
            String status = operator.ask("status").text();
            assertTrue(status.matches("(?s).*SMPP client seen +1 +binds \\(transceiver 3.4 from 127.*"), status);
            assertEquals(
                    new Operator.Answered(0, "1 binds of seen end. It may bind again while it has smpp=true.\n"),
                    operator.ask("smpp-clients", "unbind", "seen"));
            client.receive(WirePdu.UNBIND);
        }
        await().untilAsserted(() -> assertEquals(
                new Operator.Answered(1, "seen has no bind\n"), operator.ask("smpp-clients", "unbind", "seen")));
        assertEquals(2, operator.ask("smpp-clients", "fly").exitCode());
    }

    @Test
    void whatNoClientTookShouldBeDeliveredAgainOrDropped() throws Exception {
        Operator operator = new Operator(api.data());
        String pdu = "00000027" + "00000005" + "0000000000000001" + "00".repeat(16) + "06" + "6578706972" + "65";
        for (String id : List.of("expired-1", "expired-2")) {
            api.queues().putExpiring("sms.smpp.due.seen", pdu, id);
            await().until(() -> operator.ask("smpp-dead", "list").text().contains(id + "  "));
        }
        String list = operator.ask("smpp-dead", "list").text();
        assertTrue(list.matches("(?s).*expired-1 .* seen .* no client took it in time.*"), list);
        assertEquals(
                new Operator.Answered(0, "1 delivery to a client queued again\n"),
                operator.ask("smpp-dead", "resend", "expired-1"));
        assertEquals(
                new Operator.Answered(0, "1 delivery to a client dropped for good\n"),
                operator.ask("smpp-dead", "drop", "expired-2"));
        assertEquals(
                "expired-1", api.queues().browse("sms.smpp.due.seen").get(0).getStringProperty("SmsId"));
        try (WireClient client = WireClient.bound(api.smppPort(), WirePdu.BIND_RECEIVER, "seen", "abc123")) {
            assertEquals("expire", client.answerNext(0).text());
        }
    }

    private static void everyKindShouldArrive() {
        Map<String, List<SubmitSm>> arrived = arrived(9);
        assertEquals("short", joined(arrived.get("36201000001")));
        for (String last : List.of("2", "3", "4")) {
            List<SubmitSm> parts = arrived.get("3620100000" + last);
            assertEquals(List.of(2, LONG), List.of(parts.size(), joined(parts)));
            assertTrue(parts.stream().allMatch(part -> part.esmClass() == 0x40));
        }
        assertEquals(UCS2, joined(arrived.get("36201000005")));
        assertEquals("00ff1b7f", hex(arrived.get("36201000006").get(0)));
        assertEquals(4, arrived.get("36201000006").get(0).dataCoding());
    }

    private static Map<String, List<SubmitSm>> arrived(int count) {
        return api.arrived(count).stream()
                .collect(Collectors.groupingBy(submit -> submit.destination().addr()));
    }

    /** In the order of the parts. */
    private static String joined(List<SubmitSm> parts) {
        return parts.stream()
                .sorted(Comparator.comparingInt(SmppProgramsTest::number))
                .map(SmppProgramsTest::text)
                .collect(Collectors.joining());
    }

    /** The module for Node says 1, ASCII, where nothing else is asked for. */
    private static String text(SubmitSm part) {
        return part.dataCoding() == 1
                ? new String(HexFormat.of().parseHex(part.text()), StandardCharsets.US_ASCII)
                : part.text();
    }

    private static int number(SubmitSm part) {
        byte[] header = part.header();
        return header.length == 0 ? 1 : header[header.length - 1];
    }

    private static String hex(SubmitSm submit) {
        return HexFormat.of().formatHex(submit.shortMessage());
    }

    private static String half(int part) {
        return part == 1 ? LONG.substring(0, 120) : LONG.substring(120);
    }

    private static byte[] withHeader(int part) {
        byte[] text = half(part).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + text.length)
                .put(new byte[] {5, 0, 3, 7, 2, (byte) part})
                .put(text)
                .array();
    }

    /** From a handset, while the program is away. */
    private static void leaveMessage(String user) {
        api.smsc().deliver(InboundSms.text("36201234567", number(user), "for " + user));
        await().until(() -> api.waiting("sms.smpp.due." + user) == 1);
    }

    private static String number(String user) {
        return "100" + (1 + USERS.indexOf(user));
    }

    /** What jSMPP reads. */
    private final class Listener implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(org.jsmpp.bean.DeliverSm delivery) {
            came.add(new String(delivery.getShortMessage(), StandardCharsets.US_ASCII));
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {}

        @Override
        public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) {
            return null;
        }
    }

    private static Path users() {
        try {
            List<String> shipped = Files.readAllLines(Path.of("config/users.properties"));
            String hash = shipped.stream()
                    .filter(line -> line.startsWith("admin.password="))
                    .findFirst()
                    .orElseThrow()
                    .substring("admin.password=".length());
            String lines = USERS.stream()
                    .map(name -> name + ".password=" + hash + "\n" + name + ".smpp=true\n" + name + ".smpp-binds=20\n"
                            + name + ".originator=44777888\n")
                    .collect(Collectors.joining());
            return Files.writeString(
                    Files.createTempFile("users", ".properties"), String.join("\n", shipped) + "\n" + lines);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path rules() {
        try {
            String rules = USERS.stream()
                    .map(name -> "smpp " + name + " to=" + number(name) + "\n")
                    .collect(Collectors.joining());
            return Files.writeString(Files.createTempFile("inbound", ".rules"), rules);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
