package org.caravansms.smppserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.caravansms.message.Event;
import org.caravansms.message.EventType;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.Routing;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which receipts a client gets for each registered_delivery, SMPP 3.4 section 5.2.17; 3 is of SMPP 5.0. */
class MakeDeliveriesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0x00, DELIVERED, false", "0x00, FAILED, false", "0x00, UNDER_WAY, false",
        "0x01, DELIVERED, true", "0x01, EXPIRED, true", "0x01, UNDER_WAY, false",
        "0x02, DELIVERED, false", "0x02, FAILED, true", "0x02, UNDER_WAY, false",
        "0x03, DELIVERED, true", "0x03, FAILED, false", "0x03, UNDER_WAY, false",
        "0x10, DELIVERED, false", "0x10, UNDER_WAY, true", "0x11, DROPPED, true",
        "0x12, UNDER_WAY, true", "0x12, DELIVERED, false", "0x12, EXPIRED, true",
        "0x04, DELIVERED, false", "0x0D, DELIVERED, true"
    })
    void receiptShouldBeMadeWhereItIsAskedFor(String asked, EventType type, boolean made) {
        Map<SmppField, Integer> fields = Map.of(SmppField.REGISTERED_DELIVERY, Integer.decode(asked));
        MessageOptions options = new MessageOptions("", null, null, "", fields, null, "", Map.of());
        SmsMessage message = new SmsMessage("id", "anna", "1", "2", "SMS:TEXT", "x", "", NOW, options)
                .with(Routing.from(Source.SMPP));
        Event event = Event.of(type, NOW, "id", "").with(message);
        assertEquals(
                made ? 1 : 0,
                new MakeDeliveries(inbound -> List.of()).of(List.of(event)).size());
    }
}
