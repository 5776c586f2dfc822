package org.caravansms.smppserver;

import java.util.List;
import org.apache.camel.Body;
import org.caravansms.message.ClientDelivery;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.WriteReceipt;

/**
 * The step of {@code smpp-deliveries} that finds the receipts that clients of the SMPP server asked for, by the
 * registered_delivery of their submit_sm, SMPP 3.4 section 5.2.17.
 */
public final class MakeDeliveries {

    private static final int RECEIPTS = 0x03;
    private static final int OF_SUCCESS_AND_FAILURE = 1;
    private static final int OF_FAILURE = 2;
    private static final int NOTIFICATIONS = 0x10;

    public List<ClientDelivery> of(@Body List<Event> events) {
        return events.stream()
                .filter(MakeDeliveries::isAskedFor)
                .map(event -> new ClientDelivery(event.message().user(), event.messageId(), WriteReceipt.octets(event)))
                .toList();
    }

    private static boolean isAskedFor(Event event) {
        SmsMessage message = event.message();
        DeliveryState state = WriteReceipt.state(event);
        if (message == null || state == null || !isOfSmpp(message)) {
            return false;
        }
        int asked = message.options().smpp().getOrDefault(SmppField.REGISTERED_DELIVERY, 0);
        if (!state.isFinal()) {
            return (asked & NOTIFICATIONS) != 0;
        }
        return (asked & RECEIPTS) == OF_SUCCESS_AND_FAILURE
                || (asked & RECEIPTS) == OF_FAILURE && state != DeliveryState.DELIVERED;
    }

    private static boolean isOfSmpp(SmsMessage message) {
        return ReadSubmitSm.SMPP.equals(message.options().tags().get(ReadSubmitSm.SOURCE));
    }
}
