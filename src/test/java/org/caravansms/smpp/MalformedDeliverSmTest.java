package org.caravansms.smpp;

import static org.caravansms.smpp.TestDeliverSm.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.caravansms.message.InboundPart;
import org.caravansms.message.Receipt;
import org.caravansms.message.SmscPdu;
import org.junit.jupiter.api.Test;

/** Whatever an SMSC sends, each PDU becomes one event, and none takes long. */
class MalformedDeliverSmTest {

    private static final int COUNT = 20_000;

    private final ReadReceipts receipts = new ReadReceipts(ZoneOffset.UTC, provider -> false);
    private final ReadInbound inbound = new ReadInbound(provider -> Alphabet.GSM7);
    private final Random random = new Random(seed());

    @Test
    void mutationsShouldEachBeOneEvent() {
        byte[][] samples = {
            receipt()
                    .text(
                            "id:9a sub:001 dlvrd:001 submit date:2611221158 done date:2611221159 stat:DELIVRD err:000 text:x")
                    .octets(),
            receipt().id("77").tlv(Tag.MESSAGE_STATE, "02").octets(),
            receipt().dataSm().id("77").octets(),
            TestDeliverSm.message().esmClass(0x40).hex("050003a7030261").octets(),
            TestDeliverSm.message()
                    .dataCoding(8)
                    .hex("041f")
                    .tlv(Tag.MESSAGE_PAYLOAD, "6162")
                    .octets()
        };
        for (int i = 0; i < COUNT; i++) {
            SmscPdu pdu = new SmscPdu("north", 1, TestDeliverSm.NOW, mutated(samples[i % samples.length]));
            DeliverSm deliverSm = DeliverSm.read(pdu.octets());
            ReadReceipts.isReceipt(deliverSm);
            Receipt receipt = (Receipt) receipts.read(pdu, deliverSm).subject();
            assertTrue(receipt.smscId().length() <= 65 && receipt.text().length() <= 300);
            InboundPart part = (InboundPart) inbound.read(pdu, deliverSm).subject();
            assertTrue(part.number() >= 1 && part.number() <= part.count());
            assertEquals(-1, (receipt.smscId() + receipt.text() + part.text()).indexOf(0));
        }
    }

    @Test
    void textMadeToBeSlowShouldBeReadAtOnce() {
        String slow = "id".repeat(16_000) + ":" + "submit date ".repeat(2_600);
        byte[] octets = receipt()
                .tlv(Tag.MESSAGE_PAYLOAD, "69643a" + "20".repeat(65_000))
                .octets();
        assertTimeout(Duration.ofSeconds(2), () -> {
            assertEquals("", ReceiptText.of(slow).word("stat"));
            TestDeliverSm.step().read(List.of(new SmscPdu("north", 1, TestDeliverSm.NOW, octets)));
            ReceiptText.of("id ".repeat(20_000));
            ReceiptText.of("id                    ".repeat(3_000));
        });
    }

    private byte[] mutated(byte[] sample) {
        byte[] octets = sample.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            octets[8 + random.nextInt(octets.length - 8)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(octets, random.nextInt(octets.length + 20)) : octets;
    }

    private static long seed() {
        long seed = Long.getLong("caravan.seed", System.nanoTime());
        System.out.println("MalformedDeliverSmTest: seed " + seed);
        return seed;
    }
}
