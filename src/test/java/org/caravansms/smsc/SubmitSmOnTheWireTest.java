package org.caravansms.smsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.simulator.SubmitSm;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.Messages;
import org.caravansms.smpp.MixedTexts;
import org.caravansms.smpp.Profile;
import org.caravansms.smpp.Profile.LongMessages;
import org.caravansms.smpp.Profile.ReceiptScope;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smpp.TonNpi;
import org.caravansms.smpp.ValidityFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the endpoint makes of a prepared part: octets as the SMSC reads them from its socket, header of the PDU excluded.
 * The traps are those that were measured on camel-smpp's own endpoint.
 */
class SubmitSmOnTheWireTest {

    private static final String FROM = "0500" + ascii("Caravan") + "00";
    private static final String TO = "0101" + ascii("36201234567") + "00";
    private static final int UDHI = 0x40;
    private static RealEndpoint endpoint;

    @BeforeAll
    static void start() throws IOException {
        endpoint = new RealEndpoint();
    }

    @AfterAll
    static void stop() throws Exception {
        endpoint.close();
    }

    @Test
    void trap1CyrillicShouldLeaveAsUcs2() {
        assertSubmitted(LongMessages.UDH, "SMS:TEXT", "Привет", pdu("00", "08", "041f04400438043204350442"));
    }

    @Test
    void trap2LettersShouldLeaveInGsm() {
        assertSubmitted(LongMessages.UDH, "SMS:TEXT", "é@¡€", pdu("00", "00", "0500401b65"));
    }

    @ParameterizedTest
    @CsvSource({"SMS:TEXT, 08", "SMS:TEXT:CLASS0, 18", "SMS:TEXT:UCS2:CLASS3, 1b"})
    void trap3Ucs2ShouldSaySoInDataCoding(String type, String dataCoding) {
        assertSubmitted(LongMessages.UDH, type, "Жa\uD83D\uDE00", pdu("00", dataCoding, "04160061d83dde00"));
    }

    @Test
    void trap4SeptetsShouldBeCountedAndNothingCutAgain() {
        assertSubmitted(
                LongMessages.UDH,
                "SMS:TEXT",
                "{".repeat(160),
                pdu("40", "00", "050003090301" + "1b28".repeat(76)),
                pdu("40", "00", "050003090302" + "1b28".repeat(76)),
                pdu("40", "00", "050003090303" + "1b28".repeat(8)));
        assertSubmitted(
                LongMessages.UDH,
                "SMS:TEXT",
                "a".repeat(306),
                pdu("40", "00", "050003090201" + "61".repeat(153)),
                pdu("40", "00", "050003090202" + "61".repeat(153)));
        assertSubmitted(LongMessages.UDH, "SMS:BINARY", "ff".repeat(140), pdu("00", "04", "ff".repeat(140)));
    }

    @Test
    void trap14FieldsShouldBeOursAndNotTheEndpointsDefaults() {
        Profile profile = new Profile(
                Alphabet.GSM7,
                LongMessages.UDH,
                false,
                new TonNpi(0, 1),
                new TonNpi(2, 8),
                new TonNpi(6, 0),
                new TonNpi(5, 9),
                ValidityFormat.RELATIVE,
                "CMT",
                (byte) 0,
                ReceiptScope.PART,
                List.of(),
                Map.of());
        MessageOptions options =
                new MessageOptions("", RealEndpoint.NOW.plusSeconds(3_600), null, "", Map.of(), null, "", Map.of());
        assertEquals(
                List.of(ascii("CMT") + "00" + "0509" + ascii("Caravan") + "00" + "0001" + ascii("36201234567") + "00"
                        + "000000" + "00" + ascii("000000010000000R") + "00" + "00000000" + "0178"),
                endpoint.bodies(Messages.split(profile)
                        .encode(Messages.of("SMS:TEXT", "x", options))
                        .parts(0, 0)));
    }

    @Test
    void sarShouldLeaveInOptionalParameters() {
        assertSubmitted(
                LongMessages.SAR,
                "SMS:TEXT:CLASS1",
                "é".repeat(161),
                pdu("00", "11", "05".repeat(153)) + "020c00020109" + "020e000102" + "020f000101",
                pdu("00", "11", "05".repeat(8)) + "020c00020109" + "020e000102" + "020f000102");
    }

    @Test
    void payloadShouldLeaveInAnOptionalParameter() {
        assertSubmitted(
                LongMessages.PAYLOAD,
                "SMS:TEXT",
                "Ж".repeat(500),
                pdu("00", "08", "") + "042403e8" + "0416".repeat(500));
        assertSubmitted(
                LongMessages.PAYLOAD,
                "SMS:WAPPUSH",
                "80ff".repeat(100),
                pdu("40", "04", "") + "042400cf" + "0605040b8423f0" + "80ff".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x03, 0x04, 0x08, 0x10, 0x19, 0xF1, 0xF5})
    void octetsOfAnyLengthShouldLeaveAsTheyAre(int dataCoding) {
        Random random = new Random(dataCoding);
        List<byte[]> all = IntStream.rangeClosed(0, 254).mapToObj(byte[]::new).toList();
        all.forEach(random::nextBytes);
        assertEquals(
                all.stream()
                        .map(octets -> pdu(
                                "40",
                                "%02x".formatted(dataCoding),
                                HexFormat.of().formatHex(octets)))
                        .toList(),
                endpoint.bodies(all.stream()
                        .map(octets -> part(octets, (byte) dataCoding))
                        .toList()));
    }

    @ParameterizedTest
    @EnumSource(LongMessages.class)
    void longTextShouldArriveAsItIs(LongMessages way) {
        for (String kind : MixedTexts.KINDS) {
            String text = new MixedTexts(way.ordinal()).text(kind, 1_000);
            List<SubmitSm> received = endpoint.submit(
                    Messages.split(way).encode(Messages.of("SMS:TEXT", text)).parts(9, 0));
            assertEquals(text, received.stream().map(SubmitSm::text).collect(Collectors.joining()));
        }
    }

    /** UDHI is a header's own; everything else of the octet is the client's. */
    @ParameterizedTest
    @EnumSource(LongMessages.class)
    void esmClassShouldLeaveAsItWasAskedForOrBeRefused(LongMessages way) {
        boolean isCutByHeaders = way == LongMessages.UDH || way == LongMessages.UDH16;
        List<SubmitPart> parts = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int asked = 0; asked <= 0xFF; asked++) {
            expect(asked | UDHI, parts(way, "SMS:VCARD", "x", asked), parts, expected);
            expect(asked | UDHI, parts(way, "SMS:VCARD", "x".repeat(200), asked), parts, expected);
            if ((asked & UDHI) == 0) {
                String text = "x".repeat(161);
                expect(asked, parts(way, "SMS:TEXT", "x", asked), parts, expected);
                expect(isCutByHeaders ? asked | UDHI : asked, parts(way, "SMS:TEXT", text, asked), parts, expected);
            } else {
                int refused = asked;
                assertThrows(RejectedMessageException.class, () -> parts(way, "SMS:TEXT", "x", refused));
            }
        }
        List<SubmitSm> received = endpoint.submit(parts);
        assertEquals(expected, received.stream().map(SubmitSm::esmClass).toList());
        received.forEach(submit -> assertEquals((submit.esmClass() & UDHI) != 0, submit.header().length > 0));
    }

    private static void expect(int esmClass, List<SubmitPart> some, List<SubmitPart> parts, List<Integer> expected) {
        parts.addAll(some);
        expected.addAll(Collections.nCopies(some.size(), esmClass));
    }

    private static List<SubmitPart> parts(LongMessages way, String type, String text, int esmClass) {
        return Messages.split(way)
                .encode(Messages.of(type, text, Map.of(SmppField.ESM_CLASS, esmClass)))
                .parts(1, 0);
    }

    @Test
    void everyFieldOfAClientShouldLeaveAsItIs() {
        Map<SmppField, Integer> fields = new EnumMap<>(SmppField.class);
        fields.put(SmppField.PROTOCOL_ID, 0x7F);
        fields.put(SmppField.REGISTERED_DELIVERY, 0x11);
        fields.put(SmppField.REPLACE_IF_PRESENT_FLAG, 1);
        fields.put(SmppField.SM_DEFAULT_MSG_ID, 254);
        MessageOptions options = new MessageOptions("", null, null, "", fields, null, "WAP", Map.of());
        assertEquals(
                List.of(ascii("WAP") + "00" + FROM + TO + "00" + "7f" + "00" + "00" + "00" + "11" + "01" + "00" + "fe"
                        + "0178"),
                endpoint.bodies(Messages.split(LongMessages.UDH)
                        .encode(Messages.of("SMS:TEXT", "x", options))
                        .parts(0, 0)));
    }

    @Test
    void optionalParametersShouldStandInEveryPartBesideOurs() {
        Map<String, String> given =
                Map.of("0x1400", "1101", "5121", "0x00ff", "user_message_reference", "0X0102", "0x130C", "0x");
        MessageOptions options = new MessageOptions("", null, null, "", Map.of(), null, "", given);
        String asked = "020400020102" + "130c0000" + "140000043131303114010002" + "00ff";
        SmsMessage message = Messages.of("SMS:TEXT", "x".repeat(161), options);
        assertEquals(
                List.of(
                        pdu("40", "00", "050003090201" + "78".repeat(153)) + asked,
                        pdu("40", "00", "050003090202" + "78".repeat(8)) + asked),
                endpoint.bodies(Messages.split(LongMessages.UDH).encode(message).parts(0x0109, 0)));
        assertEquals(
                List.of(
                        pdu("00", "00", "78".repeat(153)) + asked + "020c00020109" + "020e000102" + "020f000101",
                        pdu("00", "00", "78".repeat(8)) + asked + "020c00020109" + "020e000102" + "020f000102"),
                endpoint.bodies(Messages.split(LongMessages.SAR).encode(message).parts(0x0109, 0)));
        assertEquals(
                List.of(pdu("00", "00", "") + asked + "042400a1" + "78".repeat(161)),
                endpoint.bodies(
                        Messages.split(LongMessages.PAYLOAD).encode(message).parts(0x0109, 0)));
    }

    private static SubmitPart part(byte[] octets, byte dataCoding) {
        SubmitPart part = Messages.split(LongMessages.UDH)
                .encode(Messages.of("SMS:TEXT", ""))
                .parts(0, 0)
                .get(0);
        return new SubmitPart(
                1,
                1,
                part.source(),
                part.destination(),
                "",
                (byte) 0x40,
                (byte) 0,
                dataCoding,
                (byte) 0,
                null,
                ValidityFormat.NONE,
                octets,
                Map.of(),
                Map.of());
    }

    private static void assertSubmitted(LongMessages way, String type, String text, String... pdus) {
        assertEquals(
                List.of(pdus),
                endpoint.bodies(
                        Messages.split(way).encode(Messages.of(type, text)).parts(0x0109, 0)));
    }

    /** SMPP 3.4 section 4.4.1, up to short_message. */
    private static String pdu(String esmClass, String dataCoding, String shortMessage) {
        return "00" + FROM + TO + esmClass + "00" + "00" + "00" + "00" + "00" + "00" + dataCoding + "00"
                + "%02x".formatted(shortMessage.length() / 2) + shortMessage;
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
