package org.caravansms.simulator;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorInboundTest {
    private static final InboundSms HELLO = InboundSms.text("36201234567", "1234", "Hello");

    private FaultySmsc smsc;
    private WireClient client;

    @BeforeEach
    void bind() throws IOException {
        smsc = FaultySmsc.start();
        client = smsc.bound();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        smsc.close();
    }

    private List<SubmitSm> received(InboundSms sms, int parts) throws IOException {
        smsc.simulator().deliver(sms);
        List<SubmitSm> received = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            received.add(client.answerNext(0).deliverSm());
        }
        assertEquals(0, client.ask(WirePdu.empty(WirePdu.ENQUIRE_LINK, 2)).commandStatus());
        assertEquals(parts, smsc.simulator().inbound().sent());
        return received;
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }

    @Test
    void messageShouldArriveOctetByOctet() throws IOException {
        smsc.simulator().deliver(HELLO);
        String addresses = "0101" + "333632303132333435363700" + "0300" + "3132333400";
        assertEquals(
                "0000003500000005" + "0000000000000001" + "00" + addresses + "000000" + "0000" + "00000000" + "05"
                        + "48656c6c6f",
                client.answerNext(0).hex());
        await().until(() -> smsc.simulator().inbound().pending() == 0);
        assertEquals(1, smsc.simulator().inbound().acknowledged());
        assertEquals(0, smsc.simulator().receipts().sent());
    }

    @ParameterizedTest
    @CsvSource({
        "GSM, 'a@{€', 0, 6100" + "1b28" + "1b65",
        "LATIN1, 'aé', 3, 61e9",
        "UCS2, 'Ж', 8, 0416",
        "BINARY, 00ff, 4, 00ff"
    })
    void alphabetShouldDecideTheOctets(InboundTextAlphabet alphabet, String text, int dataCoding, String octets)
            throws IOException {
        SubmitSm sms = received(HELLO.withText(text).withAlphabet(alphabet), 1).get(0);
        assertEquals(dataCoding, sms.dataCoding());
        assertEquals(octets, hex(sms.shortMessage()));
    }

    @Test
    void textShouldHaveTheSmallestAlphabetThatCanWriteIt() {
        assertEquals(InboundTextAlphabet.GSM, InboundSms.text("1", "2", "Øß€").alphabet());
        assertEquals(InboundTextAlphabet.UCS2, InboundSms.text("1", "2", "ő").alphabet());
    }

    @Test
    void messageShouldWaitForItsEsme() throws IOException {
        // a session receives once its bind_resp has left, and the last one to do so is the other
        assertTrue(client.isSilent());
        smsc.simulator().deliver(HELLO.withSystemId("other"));
        assertEquals(1, smsc.simulator().inbound().pending());
        try (WireClient other = WireClient.bound(smsc.port(), WirePdu.BIND_RECEIVER, "other")) {
            assertEquals("Hello", other.answerNext(0).text());
            other.ask(WirePdu.empty(WirePdu.UNBIND, 2));
        }
        smsc.simulator().deliver(HELLO.withText("for the last one"));
        assertEquals(1, smsc.simulator().inbound().pending());
        try (WireClient other = WireClient.bound(smsc.port(), WirePdu.BIND_RECEIVER, "other")) {
            assertEquals("for the last one", other.answerNext(0).text());
        }
    }

    @Test
    void messageForAnybodyShouldWaitForTheFirstBind() throws IOException {
        try (FaultySmsc empty = FaultySmsc.start()) {
            empty.simulator().deliver(HELLO);
            try (WireClient first = empty.bound()) {
                assertEquals("Hello", first.answerNext(0).text());
            }
        }
    }

    @Test
    void whatCannotBeWrittenShouldBeRefused() {
        Simulator simulator = smsc.simulator();
        assertThrows(IllegalArgumentException.class, () -> simulator.deliver(HELLO.withText("ő")));
        assertThrows(
                IllegalArgumentException.class,
                () -> simulator.deliver(HELLO.withText("ő").withAlphabet(InboundTextAlphabet.LATIN1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> simulator.deliver(HELLO.withText("x").withAlphabet(InboundTextAlphabet.BINARY)));
        assertThrows(IllegalArgumentException.class, () -> simulator.deliver(HELLO.withOrder(2)));
        assertThrows(
                IllegalArgumentException.class, () -> simulator.deliver(HELLO.withText("x".repeat(153 * 255 + 1))));
        assertEquals(0, simulator.inbound().pending());
    }
}
