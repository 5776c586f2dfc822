package org.caravansms.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each message type of the HTTP API, in one part and in several, as Wireshark's dissector reads what was captured of it. */
class DissectedTypesTest {

    private static final String GSM = "Grüße {€} @ Ωmega ";
    private static final String WIDE = "Привет \uD83D\uDE00 ";
    private static final String PORTS = "gsm_sms.destination_port";
    private static final String SI =
            "<si><indication href=\"http://example.com/x\" action=\"signal-high\">Hello</indication></si>";

    @TempDir
    static Path data;

    private static final Map<String, TreeMap<Integer, DissectedPdu>> SUBMITS = new TreeMap<>();
    private static List<Map<String, String>> pushes;

    /** A type, once short and once long, and what is to be read. */
    record Case(int number, String type, String text, int dataCoding, int parts) {

        String recipient() {
            return "3620000" + (1000 + number);
        }

        SampleMessage message() {
            return new SampleMessage(recipient(), type, text, text);
        }
    }

    static List<Case> texts() {
        List<Case> cases = new ArrayList<>();
        for (String type : List.of("SMS:TEXT", "SMS:TEXT:GSM7BIT", "SMS:TEXT:UCS2")) {
            for (int messageClass = -1; messageClass < 4; messageClass++) {
                String its = messageClass < 0 ? type : type + ":CLASS" + messageClass;
                int dataCoding = messageClass < 0 ? 0 : 0x10 | messageClass;
                boolean gsm = !type.endsWith("UCS2");
                cases.add(new Case(cases.size(), its, gsm ? GSM : WIDE, gsm ? dataCoding : dataCoding | 8, 1));
                String text = gsm ? GSM.repeat(20) : WIDE.repeat(20);
                cases.add(new Case(cases.size(), its, text, gsm ? dataCoding : dataCoding | 8, 3));
            }
        }
        return cases;
    }

    @BeforeAll
    static void send() throws Exception {
        Tshark.require();
        try (TestSmsc smsc = TestSmsc.start();
                EventTap tap = new EventTap(data, smsc.port())) {
            try (RunningGateway gateway = RunningGateway.start(data, tap.port())) {
                gateway.send(
                        SampleMessage.form(texts().stream().map(Case::message).toList()));
                List.of("SMS:VCARD", "SMS:VCALENDAR").forEach(type -> gateway.send(push(type, "x".repeat(200))));
                gateway.send(push("SMS:WAPPUSH", SI));
                gateway.send(push("SMS:BINARY", "00FF80".repeat(60)));
                await().atMost(Duration.ofSeconds(30)).until(() -> smsc.accepted() == 15 + 45 + 7);
            }
            Tshark tshark = tap.dissected();
            tshark.pdus("smpp.command_id == 4").forEach(DissectedTypesTest::note);
            pushes = tshark.read("wbxml", "smpp.destination_addr");
        }
    }

    private static String push(String type, String text) {
        return SampleMessage.form(List.of(new SampleMessage(recipient(type), type, text, text)));
    }

    private static String recipient(String type) {
        return "3630" + (1_000_000 + Math.abs(type.hashCode() % 1_000_000));
    }

    private static void note(DissectedPdu pdu) {
        SUBMITS.computeIfAbsent(pdu.field("smpp.destination_addr"), to -> new TreeMap<>())
                .put(pdu.part(), pdu);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textShouldBeReadInItsAlphabetAndClass(Case sent) {
        var parts = SUBMITS.get(sent.recipient()).values();
        assertEquals(sent.text(), parts.stream().map(DissectedPdu::content).collect(Collectors.joining()));
        assertEquals(sent.parts(), parts.size());
        for (DissectedPdu part : parts) {
            assertEquals(sent.dataCoding(), part.number("smpp.data_coding", -1));
            assertEquals(sent.parts() > 1 ? 1 : 0, part.number("smpp.esm.submit.features", -1));
            assertEquals(sent.parts(), part.parts());
            assertEquals(part.octets().length, part.number("smpp.sm_length", -1));
            assertEquals(0, part.number("smpp.priority_flag", -1));
        }
        assertEquals(1, parts.stream().map(DissectedPdu::reference).distinct().count());
    }

    @ParameterizedTest
    @CsvSource({"SMS:VCARD, 2, 9204", "SMS:VCALENDAR, 2, 9205", "SMS:WAPPUSH, 1, 2948", "SMS:BINARY, 2, -1"})
    void dataShouldBeReadAsOctetsForTheirPort(String type, int count, int port) {
        var parts = SUBMITS.get(recipient(type)).values();
        assertEquals(count, parts.size());
        for (DissectedPdu part : parts) {
            assertEquals(4, part.number("smpp.data_coding", -1));
            assertEquals(port, part.number(PORTS, -1), part.toString());
        }
    }

    /** Dissectors of WSP and of WBXML read what was made of the document, and have no complaint. */
    @Test
    void serviceIndicationShouldBeReadAsWbxml() {
        assertEquals(
                List.of(recipient("SMS:WAPPUSH")),
                pushes.stream().map(push -> push.get("smpp.destination_addr")).toList());
    }
}
