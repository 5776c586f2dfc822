package org.caravansms.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.ZoneOffset;
import org.caravansms.message.InboundPart;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscPdu;

/** Whatever octets an SMSC sends, they are one receipt or one message that the queues and the database take. */
class DeliverSmFuzzTest {

    private static final int LONGEST_ID = 65;

    private final ReadReceipts receipts = new ReadReceipts(ZoneOffset.UTC, provider -> false);
    private final ReadInbound inbound = new ReadInbound(provider -> Alphabet.GSM7);

    @FuzzTest
    void everyPduShouldBeOneReceiptAndOneMessage(byte[] octets) {
        SmscPdu pdu = new SmscPdu("north", 1, TestDeliverSm.NOW, octets);
        DeliverSm deliverSm = DeliverSm.read(octets);
        ReadReceipts.isReceipt(deliverSm);
        Receipt receipt = (Receipt) receipts.read(pdu, deliverSm).subject();
        assertTrue(receipt.smscId().length() <= LONGEST_ID);
        InboundPart part = (InboundPart) inbound.read(pdu, deliverSm).subject();
        assertTrue(part.number() >= 1 && part.number() <= part.count());
        String all = receipt.smscId() + receipt.error() + receipt.text() + part.source() + part.destination();
        assertEquals(-1, (all + part.text()).indexOf(0));
    }
}
