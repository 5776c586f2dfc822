package org.caravansms.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.Receipt;
import org.junit.jupiter.api.Test;

class ReceiptsCommandTest {

    @Test
    void orphanShouldShowItsOctets() {
        ReceiptsCommand command = new ReceiptsCommand(limit -> List.of(orphan("9a", "AAAAEA=="), orphan("", "")));
        assertEquals(
                List.of(
                        "SINCE                 PROVIDER  BIND  SMSC'S ID  STATE      RECEIPT",
                        "1970-01-01T00:00:00Z  north     2     9a         DELIVERED  stat:DELIVRD",
                        "  pdu 00000010",
                        "1970-01-01T00:00:00Z  north     2     -          DELIVERED  stat:DELIVRD",
                        "  pdu -",
                        "2 receipts without a message"),
                command.answer(List.of("orphans")).lines());
    }

    private static Event orphan(String smscId, String pdu) {
        Receipt receipt = new Receipt(
                smscId, "", false, DeliveryState.DELIVERED, "", null, "36201234567", "1234", 2, "stat:DELIVRD", pdu);
        return Event.receipt(Instant.EPOCH, "north", receipt);
    }
}
