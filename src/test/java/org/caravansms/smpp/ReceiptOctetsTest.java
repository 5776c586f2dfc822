package org.caravansms.smpp;

import static org.caravansms.smpp.ReadReceiptsTest.STANDARD;
import static org.caravansms.smpp.TestDeliverSm.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a receipt's text may be in its PDU, in which octets, and what is left of it when the PDU is broken. */
class ReceiptOctetsTest {

    private final ReadDeliverSm read = TestDeliverSm.step();

    @Test
    void textInThePayloadAndInUcs2AndBehindAHeaderShouldBeRead() {
        String payload = HexFormat.of().formatHex(STANDARD.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "0123456789", read(receipt().tlv(Tag.MESSAGE_PAYLOAD, payload)).smscId());
        byte[] ucs2 = "id:9a stat:DELIVRD".getBytes(StandardCharsets.UTF_16BE);
        assertEquals("9a", read(receipt().dataCoding(8).text(ucs2)).smscId());
        assertEquals(
                "9a",
                read(receipt().esmClass(0x44).text("\5\0\3\1\1\1id:9a stat:DELIVRD"))
                        .smscId());
    }

    @Test
    void everyCutOfAReceiptShouldBeAReceiptAndSayThatItIsCut() {
        byte[] whole = receipt().text(STANDARD).id("77").octets();
        for (int length = 0; length < whole.length; length++) {
            SmscPdu cut = new SmscPdu("north", 1, TestDeliverSm.NOW, Arrays.copyOf(whole, length));
            Receipt receipt = (Receipt) read.read(List.of(cut)).get(0).subject();
            boolean endsBetweenFields = length == whole.length - 7;
            assertTrue(endsBetweenFields || receipt.text().startsWith("a PDU that is cut short"), "of " + length);
        }
    }

    @Test
    void textInAsciiShouldBeReadWhateverItsDataCodingSays() {
        Receipt receipt = read(receipt().dataCoding(8).text(STANDARD));
        assertEquals("0123456789", receipt.smscId());
        assertEquals(DeliveryState.DELIVERED, receipt.state());
        byte[] ucs2 = "id:9a stat:EXPIRED text:Пётр".getBytes(StandardCharsets.UTF_16BE);
        assertEquals(
                "id:9a stat:EXPIRED", read(receipt().dataCoding(0).text(ucs2)).text());
    }

    @Test
    void octetZeroShouldEndAnIdAndBeInNoText() {
        Receipt receipt =
                read(receipt().text("id:5 stat:DEL\0IVRD err:1\0").tlv(Tag.RECEIPTED_MESSAGE_ID, "3737003132"));
        assertEquals("77", receipt.smscId());
        assertEquals("id:5 stat:DELIVRD err:1", receipt.text());
    }

    @ParameterizedTest
    @CsvSource({
        "05, UNDELIV, ENROUTE",
        "07, '', ENROUTE",
        "01, '', ENROUTE",
        "06, '', ACCEPTED",
        "63, WHATEVER, ENROUTE"
    })
    void notificationShouldNotBeTheEnd(String tlv, String word, DeliveryState state) {
        Receipt receipt =
                read(receipt().esmClass(0x20).text("id:9a stat:" + word).tlv(Tag.MESSAGE_STATE, tlv));
        assertEquals(state, receipt.state());
        assertFalse(receipt.state().isFinal());
    }

    private Receipt read(TestDeliverSm deliverSm) {
        return (Receipt) read.read(List.of(deliverSm.pdu())).get(0).subject();
    }
}
