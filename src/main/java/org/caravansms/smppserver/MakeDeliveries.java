package org.caravansms.smppserver;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.caravansms.message.ClientDelivery;
import org.caravansms.message.DeliveryState;
import org.caravansms.message.Event;
import org.caravansms.message.InboundMessage;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.WriteInbound;
import org.caravansms.smpp.WriteReceipt;

/**
 * The step of {@code smpp-deliveries} that finds what clients of the SMPP server get: the receipts that they asked for
 * by the registered_delivery of their submit_sm, SMPP 3.4 section 5.2.17, and the messages from handsets that inbound
 * rules have for them.
 */
public final class MakeDeliveries {

    private static final int RECEIPTS = 0x03;
    private static final int OF_SUCCESS_AND_FAILURE = 1;
    private static final int OF_FAILURE = 2;
    private static final int NOTIFICATIONS = 0x10;

    /** The next of long messages: two of a sender in a row have different ones. */
    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt());

    private final Function<InboundMessage, List<String>> clients;

    /** @param clients the users that get a message from a handset */
    public MakeDeliveries(Function<InboundMessage, List<String>> clients) {
        this.clients = clients;
    }

    public List<ClientDelivery> of(@Body List<Event> events) {
        return events.stream().flatMap(this::deliveries).toList();
    }

    private Stream<ClientDelivery> deliveries(Event event) {
        if (event.subject() instanceof InboundMessage message) {
            return clients.apply(message).stream().flatMap(client -> inbound(client, message));
        }
        return isAskedFor(event) ? Stream.of(receipt(event)) : Stream.empty();
    }

    private static ClientDelivery receipt(Event event) {
        SmsMessage message = event.message();
        Object id = message.options().tags().getOrDefault(ReadSubmitSm.MULTI, message.id());
        return new ClientDelivery(message.user(), message.id(), WriteReceipt.octets(event, id.toString()));
    }

    private Stream<ClientDelivery> inbound(String client, InboundMessage message) {
        return WriteInbound.octets(message, reference.getAndIncrement()).stream()
                .map(octets -> new ClientDelivery(client, message.id(), octets));
    }

    private static boolean isAskedFor(Event event) {
        SmsMessage message = event.message();
        DeliveryState state = WriteReceipt.state(event);
        if (message == null || state == null || !message.asksForReceipts()) {
            return false;
        }
        int asked = message.options().smpp().getOrDefault(SmppField.REGISTERED_DELIVERY, 0);
        if (!state.isFinal()) {
            return (asked & NOTIFICATIONS) != 0;
        }
        return (asked & RECEIPTS) == OF_SUCCESS_AND_FAILURE
                || (asked & RECEIPTS) == OF_FAILURE && state != DeliveryState.DELIVERED;
    }
}
