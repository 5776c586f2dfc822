package org.caravansms.smppserver;

import java.util.List;
import java.util.Map;
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

    /** SMPP 5.0 section 4.7.21; reserved before. */
    private static final int OF_SUCCESS = 3;

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
        SmsMessage message = event.message();
        return message == null || !message.asksForReceipts() ? Stream.empty() : receipts(event);
    }

    private static Stream<ClientDelivery> receipts(Event event) {
        SmsMessage message = event.message();
        Map<String, Object> tags = message.options().tags();
        if (tags.containsKey(ReadSubmitSm.PARTS)) {
            return PartIds.read(tags.get(ReadSubmitSm.PARTS)).entrySet().stream()
                    .flatMap(part -> receipt(event, part.getValue(), part.getKey(), part.getKey()));
        }
        int asked = message.options().smpp().getOrDefault(SmppField.REGISTERED_DELIVERY, 0);
        Object id = tags.getOrDefault(ReadSubmitSm.MULTI, message.id());
        return receipt(event, asked, id.toString(), message.id());
    }

    /**
     * @param asked registered_delivery
     * @param id the message_id that the client knows
     * @param order the receipts of the same come in their order
     */
    static Stream<ClientDelivery> receipt(Event event, int asked, String id, String order) {
        return isAskedFor(asked, WriteReceipt.state(event))
                ? Stream.of(new ClientDelivery(event.message().user(), order, WriteReceipt.octets(event, id)))
                : Stream.empty();
    }

    private Stream<ClientDelivery> inbound(String client, InboundMessage message) {
        return WriteInbound.octets(message, reference.getAndIncrement()).stream()
                .map(octets -> new ClientDelivery(client, message.id(), octets));
    }

    private static boolean isAskedFor(int asked, DeliveryState state) {
        if (state == null) {
            return false;
        } else if (!state.isFinal()) {
            return (asked & NOTIFICATIONS) != 0;
        }
        return switch (asked & RECEIPTS) {
            case OF_SUCCESS_AND_FAILURE -> true;
            case OF_FAILURE -> state != DeliveryState.DELIVERED;
            case OF_SUCCESS -> state == DeliveryState.DELIVERED;
            default -> false;
        };
    }
}
