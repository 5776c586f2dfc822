package org.caravansms.smpp;

import static org.caravansms.smpp.TestDeliverSm.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.caravansms.message.EventType;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortDeliverSmTest {

    @ParameterizedTest
    @CsvSource({
        "0x00, false",
        "0x04, true",
        "0x44, true",
        "0x84, true",
        "0x20, true",
        "0x08, false",
        "0x10, false",
        "0x40, false"
    })
    void messageTypeShouldTell(String esmClass, boolean expected) {
        assertEquals(
                expected, isReceipt(message().esmClass(Integer.decode(esmClass)).pdu()));
    }

    @Test
    void messageWithAParameterCutShortShouldStayAMessage() {
        byte[] octets = message().text("STOP").tlv(Tag.SAR_MSG_REF_NUM, "0102").octets();
        assertEquals(false, isReceipt(cut(octets, 1)));
        assertEquals(false, isReceipt(cut(octets, 3)));
    }

    @Test
    void messageWhoseTextIsCutShortShouldBeForAPersonToSee() {
        assertEquals(true, isReceipt(cut(message().text("STOP").octets(), 1)));
        byte[] payload = message().tlv(Tag.MESSAGE_PAYLOAD, "616263").octets();
        assertEquals(true, isReceipt(cut(payload, 1)));
    }

    private static boolean isReceipt(SmscPdu pdu) {
        return TestDeliverSm.step().read(List.of(pdu)).get(0).type() == EventType.RECEIPT;
    }

    private static SmscPdu cut(byte[] octets, int by) {
        return new SmscPdu("north", 1, TestDeliverSm.NOW, Arrays.copyOf(octets, octets.length - by));
    }

    @Test
    void parameterShouldTellWhereTheBitIsMissing() {
        assertEquals(true, isReceipt(message().id("77").pdu()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id:1 sub:001 dlvrd:001 submit date:2611221158 done date:2611221159 stat:DELIVRD err:000 text:x | true
            ID:1 stat:DELIVRD err:000       | true
            id:1 stat:DELIVRD               | false
            id:1 is my number, stat: happy  | false
            I say id:1 stat:DELIVRD err:000 | false
            STOP                            | false
            """)
    void textShouldTellOnlyWhenNobodyElseWouldWriteIt(String text, boolean expected) {
        assertEquals(expected, isReceipt(message().text(text).pdu()));
    }
}
