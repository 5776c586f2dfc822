package org.caravansms.smpp;

import static org.caravansms.smpp.TestDeliverSm.message;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.message.InboundPart;
import org.caravansms.message.Ports;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadInboundTest {

    private final ReadInbound inbound = new ReadInbound(provider -> switch (provider) {
        case "latin" -> Alphabet.LATIN1;
        case "ascii" -> Alphabet.ASCII;
        case "utf8" -> Alphabet.UTF8;
        case "ucs2" -> Alphabet.UCS2;
        default -> Alphabet.GSM7;
    });
    private final ReadDeliverSm read = new ReadDeliverSm(new ReadReceipts(ZoneOffset.UTC, provider -> false), inbound);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0x00 | 48 65 6c 6c 6f 20 00 05 1b 65 1b 28 | SMS:TEXT   | Hello @é€{
            0x00 | 41 1b 41 1b 65 1b                   | SMS:TEXT   | AA€
            0x00 | 41 1b 1b 41                         | SMS:TEXT   | AA
            0x00 | 4d fc 6c 6c 65 72                   | SMS:TEXT   | Müller
            0x00 | 4d c3 bc 6c 6c 65 72 00             | SMS:TEXT   | Müller
            0x00 | d0 9f d1 80 20 f0 9f 90 aa          | SMS:TEXT   | Пр 🐪
            0x00 | c3 28 40                            | SMS:TEXT   | Ã(@
            0x01 | e9 40                               | SMS:TEXT   | é@
            0x01 | c3 a9                               | SMS:TEXT   | é
            0x03 | c3 a9                               | SMS:TEXT   | Ã©
            0x10 | e9 40                               | SMS:TEXT   | é@
            0xC8 | c3 a9                               | SMS:TEXT   | é
            0xF0 | e9 40                               | SMS:TEXT   | é@
            0x03 | 00 e9 00                            | SMS:TEXT   | é
            0x08 | 00 41 00 00                         | SMS:TEXT   | A
            0x20 | 41                                  | SMS:BINARY | 41
            0x01 | 48 69                               | SMS:TEXT   | Hi
            0x03 | e9 40                               | SMS:TEXT   | é@
            0x06 | bf e0 d8                            | SMS:TEXT   | При
            0x08 | 04 1f d8 3d dc 2a                   | SMS:TEXT   | П🐪
            0x04 | 00 ff 10                            | SMS:BINARY | 00ff10
            0x02 | 01                                  | SMS:BINARY | 01
            0x10 | 00                                  | SMS:TEXT   | @
            0x15 | 0a                                  | SMS:BINARY | 0a
            0x18 | 04 1f                               | SMS:TEXT   | П
            0xC8 | 00                                  | SMS:TEXT   | @
            0xE0 | 04 1f                               | SMS:TEXT   | П
            0xF0 | 00                                  | SMS:TEXT   | @
            0xF5 | 0b                                  | SMS:BINARY | 0b
            """)
    void textShouldBeReadByItsDataCoding(String dataCoding, String octets, String type, String text) {
        InboundPart part = read(message().dataCoding(Integer.decode(dataCoding)).hex(octets));
        assertEquals(type, part.type());
        assertEquals(text, part.text());
        assertEquals(true, part.isWhole());
        assertEquals("+36201234567", part.source());
        assertEquals("1234", part.destination());
    }

    @ParameterizedTest
    @CsvSource({
        "latin, e940, é@",
        "latin, c3a9, Ã©",
        "ascii, e940, é@",
        "ascii, c3a940, é@",
        "ascii, 40, @",
        "utf8, c3a940, é@",
        "utf8, e940, \ufffd@",
        "ucs2, 00e9, é"
    })
    void usualAlphabetShouldBeTheProviders(String provider, String octets, String text) {
        SmscPdu pdu = message().hex(octets).pdu();
        SmscPdu its = new SmscPdu(provider, 1, pdu.at(), pdu.octets());
        assertEquals(text, ((InboundPart) read.read(List.of(its)).get(0).subject()).text());
    }

    @Test
    void partShouldHaveItsOctetsSinceACharacterMayBeCut() {
        InboundPart part = read(message().dataCoding(8).esmClass(0x40).hex("050003a70201 0041 d83d"));
        assertEquals(List.of("UCS2", "0041d83d"), List.of(part.alphabet(), part.octets()));
        assertEquals("", read(message().text("whole")).octets());
    }

    @ParameterizedTest
    @CsvSource({
        "06 0504 0b84 23f0 61, 9200, 2948",
        "04 0402 f0 0f 61, 15, 240",
        "0b 0003 a7 0202 0504 0001 ffff 61, 65535, 1",
        "05 0003 a7 0202 61, -1, -1",
        "06 0504 0b84 23, -1, -1",
        "03 0402 f0 61, -1, -1"
    })
    void headerShouldSayForWhichPortsItIs(String octets, int source, int destination) {
        assertEquals(
                new Ports(source, destination),
                read(message().esmClass(0x40).hex(octets)).ports());
    }

    @Test
    void parametersShouldSayForWhichPortsItIsWhereNoHeaderDoes() {
        TestDeliverSm message = message().tlv(0x020A, "23f0").tlv(0x020B, "0b84");
        assertEquals(new Ports(9200, 2948), read(message.text("a")).ports());
        assertEquals(
                new Ports(1, 2),
                read(message.esmClass(0x40).hex("06 0504 0002 0001 61")).ports());
        assertEquals(
                new Ports(-1, 2948),
                read(message().tlv(0x020B, "0b84").text("a")).ports());
    }

    @ParameterizedTest
    @CsvSource({
        "050003a70302 61, 0xa7, 2, 3",
        "060804 1234 0301 61, 0x1234, 1, 3",
        "0b0504 0b84 23f0 0003 a7 0202 61, 0xa7, 2, 2"
    })
    void headerShouldSayWhichPartItIs(String octets, String reference, int number, int count) {
        InboundPart part = read(message().esmClass(0x40).hex(octets));
        assertEquals("a", part.text());
        assertEquals(
                List.of(Integer.decode(reference), number, count),
                List.of(part.reference(), part.number(), part.count()));
    }

    @ParameterizedTest
    @CsvSource({
        "0x00, 03240101 1b53 69 1b73 6c 69, Şişli",
        "0x00, 03250101 1c 69 1d 6c 69, Şişli",
        "0x00, 03240102 4d 1b61 73, Más",
        "0x00, 03250103 4e 7b 6f, Não",
        "0x10, 0624010b250106 15, क",
        "0x00, 06240106250106 15 1b1c 1b65, क०€",
        "0x00, 0325010d 00 02, اب",
        "0x00, 0325010e 03 00, ¥@",
        "0x00, 03240100 1b65, €",
        "0x08, 03240101 015e, Ş"
    })
    void headerShouldNameTheNationalTables(String dataCoding, String octets, String text) {
        InboundPart part = read(
                message().esmClass(0x40).dataCoding(Integer.decode(dataCoding)).hex(octets));
        assertEquals(text, part.text());
    }

    @Test
    void everyPartShouldBeReadWithItsOwnTables() {
        InboundPart part = read(message().esmClass(0x40).hex("08 250101 0003a70302 1c 69 1d"));
        assertEquals("Şiş", part.text());
        assertEquals("Şiş", Alphabet.decode(part.alphabet(), HexFormat.of().parseHex(part.octets())));
        assertEquals(List.of(0xA7, 2, 3), List.of(part.reference(), part.number(), part.count()));
        assertEquals("GSM7/03250101", part.alphabet());
        assertEquals("Şiş", Alphabet.decode(part.alphabet(), HexFormat.of().parseHex(part.octets())));
    }

    @Test
    void parametersShouldSayWhichPartItIs() {
        InboundPart part = read(message()
                .text("a")
                .tlv(Tag.SAR_MSG_REF_NUM, "0102")
                .tlv(Tag.SAR_SEGMENT_SEQNUM, "02")
                .tlv(Tag.SAR_TOTAL_SEGMENTS, "03"));
        assertEquals(List.of(0x102, 2, 3), List.of(part.reference(), part.number(), part.count()));
    }

    @ParameterizedTest
    @CsvSource({"050003a70300", "050003a70304", "050003a70000", "0500", "ff0003", "00"})
    void headerThatContradictsItselfShouldBeNoPart(String octets) {
        assertEquals(true, read(message().esmClass(0x40).hex(octets)).isWhole());
    }

    @Test
    void payloadShouldBeTheText() {
        assertEquals("abc", read(message().tlv(Tag.MESSAGE_PAYLOAD, "616263")).text());
    }

    @Test
    void numberThatIsNotInternationalShouldStayAsItIs() {
        assertEquals("36201234567", read(message().sourceTon(2).text("a")).source());
    }

    @Test
    void textShouldBeReadWhenOnlyAParameterBehindItIsCutShort() {
        byte[] octets = message().text("STOP").tlv(Tag.SAR_MSG_REF_NUM, "0102").octets();
        SmscPdu pdu = new SmscPdu("north", 1, TestDeliverSm.NOW, Arrays.copyOf(octets, octets.length - 1));
        InboundPart part = (InboundPart) read.read(List.of(pdu)).get(0).subject();
        assertEquals("STOP", part.text());
        assertEquals(true, part.isWhole());
    }

    @Test
    void nameShouldBeTheSameForTheSamePduOnly() {
        String first = read(message().text("a")).id();
        assertEquals(first, read(message().text("a")).id());
        assertNotEquals(first, read(message().text("b")).id());
    }

    private InboundPart read(TestDeliverSm deliverSm) {
        return (InboundPart) read.read(List.of(deliverSm.pdu())).get(0).subject();
    }
}
