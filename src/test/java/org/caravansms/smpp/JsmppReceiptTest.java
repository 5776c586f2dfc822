package org.caravansms.smpp;

import static org.caravansms.smpp.TestDeliverSm.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Receipt;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.junit.jupiter.api.Test;

/** What jSMPP can read, the gateway reads the same way. */
class JsmppReceiptTest {

    private static final int COUNT = 2_000;
    private static final Map<DeliveryReceiptState, DeliveryState> STATES = Map.of(
            DeliveryReceiptState.ENROUTE, DeliveryState.ENROUTE,
            DeliveryReceiptState.DELIVRD, DeliveryState.DELIVERED,
            DeliveryReceiptState.EXPIRED, DeliveryState.EXPIRED,
            DeliveryReceiptState.DELETED, DeliveryState.DELETED,
            DeliveryReceiptState.UNDELIV, DeliveryState.UNDELIVERABLE,
            DeliveryReceiptState.ACCEPTD, DeliveryState.ACCEPTED,
            DeliveryReceiptState.UNKNOWN, DeliveryState.UNKNOWN,
            DeliveryReceiptState.REJECTD, DeliveryState.REJECTED);

    private final ReadDeliverSm read = TestDeliverSm.step(new ReadReceipts(ZoneId.systemDefault(), provider -> false));
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void receiptsOfTheStandardShouldBeWhatJsmppReads() throws InvalidDeliveryReceiptException {
        for (int i = 0; i < COUNT; i++) {
            String text = standard();
            DeliveryReceipt expected = new DeliveryReceipt(text);
            Receipt receipt = (Receipt)
                    read.read(List.of(receipt().text(text).pdu())).get(0).subject();
            String shape = text + ", seed " + seed;
            assertEquals(expected.getId(), receipt.smscId(), shape);
            assertEquals(STATES.get(expected.getFinalStatus()), receipt.state(), shape);
            assertEquals(expected.getError(), receipt.error(), shape);
            assertEquals(expected.getDoneDate().toInstant(), receipt.doneAt(), shape);
        }
    }

    private String standard() {
        String done = date() + (random.nextBoolean() ? two(60) : "");
        return "id:" + Long.toString(random.nextLong() >>> 1, 10 + random.nextInt(26))
                + (random.nextBoolean() ? " sub:001 dlvrd:" + two(10) : "")
                + " submit date:" + date()
                + " done date:" + done
                + " stat:" + one(DeliveryReceiptState.values())
                + " err:" + one("000", "0", "0045", "A1F")
                + " " + one("text", "Text") + ":" + one("", "Hello", "id:1 stat:EXPIRED err:9");
    }

    /** In a month in which no zone that a developer lives in changes its clocks. */
    private String date() {
        return "2601" + String.format("%02d", 1 + random.nextInt(31)) + two(24) + two(60);
    }

    private String two(int bound) {
        return String.format("%02d", random.nextInt(bound));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
