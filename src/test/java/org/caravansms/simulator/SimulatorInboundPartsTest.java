package org.caravansms.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorInboundPartsTest {
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
    void headersShouldNameThePart() throws IOException {
        String text = "a".repeat(307);
        List<SubmitSm> parts = received(HELLO.withText(text), 3);
        assertEquals("050003010301", hex(parts.get(0).header()));
        assertEquals("050003010303", hex(parts.get(2).header()));
        assertEquals(
                List.of(0x40, 0x40, 0x40),
                parts.stream().map(SubmitSm::esmClass).toList());
        assertEquals(text, joined(parts));
        smsc.simulator().deliver(HELLO.withText(text).withLongForm(LongMessageFormat.UDH16));
        assertEquals("06080400020301", hex(client.answerNext(0).deliverSm().header()));
    }

    @Test
    void partsShouldBeNamedByOptionalParameters() throws IOException {
        String text = "b".repeat(200);
        List<SubmitSm> parts = received(HELLO.withText(text).withLongForm(LongMessageFormat.SAR), 2);
        assertEquals(text, joined(parts));
        assertEquals(0, parts.get(1).esmClass());
        assertEquals("0001", hex(parts.get(1).tlvs().get(0x020C)));
        assertEquals("02", hex(parts.get(1).tlvs().get(0x020E)));
        assertEquals("02", hex(parts.get(1).tlvs().get(0x020F)));
    }

    @Test
    void payloadShouldHaveTheWholeText() throws IOException {
        String text = "c".repeat(1000);
        SubmitSm sms = received(HELLO.withText(text).withLongForm(LongMessageFormat.PAYLOAD), 1)
                .get(0);
        assertEquals(0, sms.shortMessage().length);
        assertEquals(text, new String(sms.tlvs().get(0x0424), StandardCharsets.US_ASCII));
    }

    @Test
    void partsShouldComeInTheOrderThatIsWanted() throws IOException {
        InboundSms sms = HELLO.withText("d".repeat(400)).withOrder(3, 1, 1);
        List<SubmitSm> parts = received(sms, 3);
        assertEquals(
                List.of(3, 1, 1),
                parts.stream().map(part -> (int) part.header()[5]).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"€", "\uD83D\uDE00"})
    void characterShouldNotBeCutInTwo(String character) throws IOException {
        String text = character.repeat(100);
        List<SubmitSm> parts = received(
                HELLO.withText(text).withAlphabet(InboundTextAlphabet.of(text)), character.equals("€") ? 2 : 4);
        assertEquals(text, joined(parts));
    }

    @ParameterizedTest
    @CsvSource({"GSM, a, 160, 153, 152", "LATIN1, a, 140, 134, 133", "UCS2, Ж, 70, 67, 66", "BINARY, 61, 140, 134, 133"
    })
    void longMessageShouldBeSplitAtItsMost(InboundTextAlphabet alphabet, String unit, int whole, int udh8, int udh16)
            throws IOException {
        InboundSms sms = HELLO.withAlphabet(alphabet);
        int octets = alphabet == InboundTextAlphabet.UCS2 ? 2 : 1;
        List<byte[]> parts = userData(received(sms.withText(unit.repeat(whole)), 1));
        assertEquals(whole * octets, parts.get(0).length);
        int more = smsc.simulator().deliver(sms.withText(unit.repeat(2 * udh8))).length();
        assertEquals(1, more);
        assertEquals(6 + udh8 * octets, client.answerNext(0).deliverSm().shortMessage().length);
        assertEquals(6 + udh8 * octets, client.answerNext(0).deliverSm().shortMessage().length);
        smsc.simulator().deliver(sms.withLongForm(LongMessageFormat.UDH16).withText(unit.repeat(2 * udh16)));
        assertEquals(7 + udh16 * octets, client.answerNext(0).deliverSm().shortMessage().length);
        assertEquals(7 + udh16 * octets, client.answerNext(0).deliverSm().shortMessage().length);
    }

    private static String joined(List<SubmitSm> parts) {
        return String.join("", parts.stream().map(SubmitSm::text).toList());
    }

    private static List<byte[]> userData(List<SubmitSm> parts) {
        return parts.stream().map(SubmitSm::userData).toList();
    }
}
