package org.caravansms.smpp;

import static org.caravansms.smpp.TestDeliverSm.message;
import static org.caravansms.smpp.TestDeliverSm.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.Test;

class ReadDeliverSmTest {

    @Test
    void eventsShouldBeInTheOrderOfTheirPdus() {
        List<SmscPdu> pdus = List.of(
                message().text("a").pdu(),
                receipt().id("1").pdu(),
                message().text("b").pdu());
        assertEquals(
                List.of(EventType.PART, EventType.RECEIPT, EventType.PART),
                TestDeliverSm.step().read(pdus).stream().map(Event::type).toList());
    }

    /** A defect of a parser must not have the SMSC send a PDU, and all others of its batch, for ever. */
    @Test
    void pduThatNoParserReadsShouldBeAReceiptWithItsOctetsAndTheReason() {
        ReadDeliverSm defective = new ReadDeliverSm(
                new ReadReceipts(ZoneOffset.UTC, provider -> false),
                new ReadInbound(provider -> Alphabet.valueOf("secret")));
        SmscPdu pdu = message().text("my secret").pdu();
        List<Event> events = defective.read(List.of(pdu, receipt().id("1").pdu()));
        assertEquals(2, events.size());
        Receipt receipt = (Receipt) events.get(0).subject();
        assertEquals(List.of(), receipt.ids());
        assertEquals(pdu.bind(), receipt.bind());
        assertEquals(
                HexFormat.of().formatHex(pdu.octets()),
                HexFormat.of().formatHex(Base64.getDecoder().decode(receipt.pdu())));
        assertTrue(receipt.text().startsWith("a PDU that cannot be read: java.lang.IllegalArgumentException at "));
        assertFalse(receipt.text().contains("secret"));
        assertFalse(receipt.state().isFinal());
    }
}
