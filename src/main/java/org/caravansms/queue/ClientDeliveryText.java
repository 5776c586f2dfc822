package org.caravansms.queue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.ClientDelivery;
import org.caravansms.message.MessageProperties;

/** What waits for clients of the SMPP server, on a queue for each: the hexadecimal digits of a PDU. */
public final class ClientDeliveryText {

    private final String queue;

    /** @param queue the prefix of the queues' names, before a dot and the user */
    public ClientDeliveryText(String queue) {
        this.queue = queue;
    }

    public List<QueuedText> writeAll(@Body List<ClientDelivery> deliveries) {
        return deliveries.stream().map(this::write).toList();
    }

    private QueuedText write(ClientDelivery delivery) {
        return new QueuedText(
                HexFormat.of().formatHex(delivery.octets()),
                Map.of(MessageProperties.ID, delivery.messageId()),
                JmsDelivery.to(queue + "." + delivery.user()),
                null);
    }

    /** @return the octets of the PDU */
    public byte[] read(@Body String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("it is no hexadecimal text");
        }
    }
}
