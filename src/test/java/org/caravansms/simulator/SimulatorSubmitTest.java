package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorSubmitTest {
    /** Every field has a value of its own. */
    private static final String SUBMIT_SM = "0000005c" + "00000004" + "00000000" + "00000102"
            + "574150" + "00"
            + "0501" + "43617261" + "00"
            + "0209" + "3336" + "00"
            + "41" + "7f" + "03"
            + "323631313232313730303030" + "3030302b" + "00"
            + "303030303032303030303030" + "30303052" + "00"
            + "11" + "01" + "04" + "06"
            + "03" + "010203"
            + "0204" + "0002" + "abcd"
            + "020c" + "0001" + "2a"
            + "1400" + "0000";

    private final Queue<SubmitSm> received = new ConcurrentLinkedQueue<>();
    private SubmitAnswer answer = SubmitAnswer.ok();
    private Simulator simulator;
    private WireClient client;

    @BeforeEach
    void listen() throws IOException {
        SimulatorOptions options = SimulatorOptions.defaults().withPort(0).withQuiet(true);
        simulator = new Simulator(options.withAnswers(submitSm -> answer).withListener(received::add)).start();
        client = WireClient.bound(simulator.port());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        simulator.close();
    }

    @Test
    void submitSmShouldBeAnsweredWithMessageId() throws IOException {
        WireResponse response = client.ask(WirePdu.submitSm(2, "Hello World"));

        String id = response.messageId();
        String length = HexFormat.of().toHexDigits(16 + id.length() + 1);
        String body = HexFormat.of().formatHex(id.getBytes()) + "00";
        assertTrue(id.matches("[0-9a-f]{1,16}"), id);
        assertEquals(length + "80000004" + "00000000" + "00000002" + body, response.hex());
        assertEquals(new Counts(1, 1, 1, 0, 0, 0), simulator.counts());
    }

    @Test
    void messageIdsShouldDiffer() throws IOException {
        String first = client.ask(WirePdu.submitSm(2, "x")).messageId();
        assertNotEquals(first, client.ask(WirePdu.submitSm(3, "x")).messageId());
    }

    @Test
    void submitSmShouldBeParsedFieldByField() throws IOException {
        byte[] raw = HexFormat.of().parseHex(SUBMIT_SM);
        client.send(raw);
        assertEquals(0, client.receive().commandStatus());

        SubmitSm pdu = received.remove();
        assertEquals(0x102, pdu.sequence());
        assertEquals("WAP", pdu.serviceType());
        assertEquals(new PduAddress(5, 1, "Cara"), pdu.source());
        assertEquals(new PduAddress(2, 9, "36"), pdu.destination());
        assertEquals(List.of(0x41, 0x7f, 3), List.of(pdu.esmClass(), pdu.protocolId(), pdu.priority()));
        assertEquals("261122170000000+", pdu.scheduleDeliveryTime());
        assertEquals("000002000000000R", pdu.validityPeriod());
        assertEquals(List.of(0x11, 1), List.of(pdu.registeredDelivery(), pdu.replaceIfPresent()));
        assertEquals(List.of(4, 6), List.of(pdu.dataCoding(), pdu.defaultMsgId()));
        assertArrayEquals(new byte[] {1, 2, 3}, pdu.shortMessage());
        assertArrayEquals(raw, pdu.raw());
        assertEquals(Map.of(0x0204, "abcd", 0x020c, "2a", 0x1400, ""), hex(pdu.tlvs()));
    }

    private static Map<Integer, String> hex(Map<Integer, byte[]> tlvs) {
        Map<Integer, String> hex = new HashMap<>();
        tlvs.forEach((tag, value) -> hex.put(tag, HexFormat.of().formatHex(value)));
        return hex;
    }

    @ParameterizedTest
    @CsvSource({"0x58,00000058", "0x08,00000008", "0x0400,00000400"})
    void answersShouldDecideTheCommandStatus(String status, String onTheWire) throws IOException {
        answer = SubmitAnswer.of(Integer.decode(status));

        assertEquals(
                "0000001080000004" + onTheWire + "00000002",
                client.ask(WirePdu.submitSm(2, "x")).hex());
        assertEquals(new Counts(1, 1, 0, 1, 0, 0), simulator.counts());
    }

    @Test
    void bodyThatEndsTooEarlyShouldBeRefusedAndTheNextOneAccepted() throws IOException {
        WirePdu complete = WirePdu.submitSm(2, "0123456789");
        for (int octets = 1; octets <= complete.body().length; octets++) {
            WireResponse response = client.ask(complete.without(octets));
            assertEquals("00000010800000040000000200000002", response.hex(), octets + " octets are missing");
        }
        assertEquals(0, client.ask(complete).commandStatus());
    }

    @ParameterizedTest
    @CsvSource({"04", "0424", "042400", "04240001", "0424000561626364"})
    void truncatedTlvShouldBeRefused(String octets) throws IOException {
        assertEquals(0x02, client.ask(WirePdu.submitSm(2, "x").with(octets)).commandStatus());
    }

    @Test
    void fieldsLongerThanTheSpecificationAllowsShouldBeRefused() throws IOException {
        String address = "31".repeat(21) + "00";
        assertEquals(0x15, status("313131313131" + "00"));
        assertEquals(0x0A, status("00" + "0000" + address));
        assertEquals(0x0B, status("00" + "000000" + "0000" + address));
        assertEquals(0x61, status("00" + "000000" + "000000" + "000000" + "3100"));
        assertEquals(0x62, status("00" + "000000" + "000000" + "000000" + "00" + "3100"));
        assertEquals(0x01, status("00" + "000000" + "000000" + "000000" + "0000" + "00000000" + "ff"));
    }

    private int status(String body) throws IOException {
        return client.ask(WirePdu.empty(WirePdu.SUBMIT_SM, 2).with(body)).commandStatus();
    }

    @Test
    void failingListenerShouldCostOnlyItsConnection() throws IOException {
        answer = null;
        client.send(WirePdu.submitSm(2, "x"));
        assertTrue(client.isEnded());

        answer = SubmitAnswer.ok();
        try (WireClient other = WireClient.bound(simulator.port())) {
            assertEquals(0, other.ask(WirePdu.submitSm(2, "x")).commandStatus());
        }
    }
}
