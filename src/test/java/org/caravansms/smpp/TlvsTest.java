package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Optional parameters as clients and settings write them. */
class TlvsTest {

    @ParameterizedTest
    @CsvSource({
        "0x1400, 1101, 1400, 31313031",
        "0X1400, 0x1101, 1400, 1101",
        "5120, 0X0a, 1400, 0a",
        "0x5, 0x01, 5, 01",
        "65535, árvíz, ffff, c3a17276c3ad7a",
        "user_message_reference, 0x0001, 204, 0001",
        "ALERT_ON_MESSAGE_DELIVERY, 0x, 130c, ''",
        "0x130C, 0x01, 130c, 01",
        "callback_num, 0x0101003336, 381, 0101003336",
        "billing_identification, Caravan, 60b, 4361726176616e"
    })
    void parameterShouldBeReadAsItIsWritten(String name, String value, String tag, String octets) {
        Map<Integer, byte[]> tlvs = Tlvs.read(Map.of(name, value));
        assertEquals(List.of(Integer.parseInt(tag, 16)), List.copyOf(tlvs.keySet()));
        assertEquals(octets, HexFormat.of().formatHex(tlvs.values().iterator().next()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|x|tlv.0 is no optional parameter of SMPP 3.4, and no number such as 0x1400.",
                "0x0|x|tlv.0x0 is no optional parameter: its number is not 1 to 65535.",
                "65536|x|tlv.65536 is no optional parameter: its number is not 1 to 65535.",
                "0x10000|x|tlv.0x10000 is no optional parameter of SMPP 3.4, and no number such as 0x1400.",
                "dlt_entity|x|tlv.dlt_entity is no optional parameter of SMPP 3.4, and no number such as 0x1400.",
                "a b|x|tlv.<name> is no optional parameter of SMPP 3.4, and no number such as 0x1400.",
                "0x1400|0x1|tlv.0x1400 begins with 0x and is not hexadecimal: two digits an octet.",
                "0x1400|0xzz|tlv.0x1400 begins with 0x and is not hexadecimal: two digits an octet.",
                "0x0204|7|tlv.0x0204 is a number in the standard: its octets are written as 0x0001.",
                "source_port|80|tlv.source_port is a number in the standard: its octets are written as 0x0001.",
                "0x020C|0x0001|tlv.0x020C cannot be set: the gateway says with it how a long message is cut.",
                "sar_total_segments|0x02|tlv.sar_total_segments cannot be set: the gateway says with it how a long message is cut.",
                "527|0x02|tlv.527 cannot be set: the gateway says with it how a long message is cut.",
                "message_payload|x|tlv.message_payload cannot be set: the gateway says with it how a long message is cut.",
            })
    void parameterThatCannotBeSentShouldBeRefused(String name, String value, String why) {
        assertRefused(Map.of(name, value), why);
    }

    @Test
    void parameterGivenTwiceOrTooLongShouldBeRefused() {
        String why = assertThrows(IllegalArgumentException.class, () -> Tlvs.read(Map.of("0x1400", "a", "5120", "b")))
                .getMessage();
        assertEquals("is there twice", why.substring(why.indexOf(' ') + 1));
        assertRefused(Map.of("0x1400", "x".repeat(65_536)), "tlv.0x1400 is longer than 65535 octets.");
    }

    @Test
    void messagesOwnShouldGoBeforeTheProviders() {
        Profile profile = Messages.profile(Map.of("0x1400", "theirs", "0x1401", "theirs"));
        SubmitPart part = new SplitMessage(profile, UnaryOperator.identity(), SplitMessage.MOST_PARTS)
                .encode(message(Map.of("5120", "own", "0x1402", "own")))
                .parts(0, 0)
                .get(0);
        Map<Integer, String> sent = new TreeMap<>();
        part.tlvs().forEach((tag, octets) -> sent.put(tag, new String(octets, StandardCharsets.UTF_8)));
        assertEquals(Map.of(0x1400, "own", 0x1401, "theirs", 0x1402, "own"), sent);
    }

    private static void assertRefused(Map<String, String> given, String why) {
        RejectedMessageException refusal = assertThrows(
                RejectedMessageException.class, () -> SplitMessage.standard(255).segments(message(given)));
        assertEquals(Fault.INVALID_PARAMETER, refusal.fault());
        assertEquals(why, refusal.getMessage());
    }

    private static SmsMessage message(Map<String, String> tlvs) {
        return Messages.of("SMS:TEXT", "x", new MessageOptions("", null, null, "", Map.of(), null, "", tlvs));
    }
}
