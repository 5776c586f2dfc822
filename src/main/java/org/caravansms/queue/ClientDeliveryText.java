package org.caravansms.queue;

import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
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
    private final Duration keep;

    /**
     * @param queue the prefix of the queues' names, before a dot and the user
     * @param keep how long a client has to take it
     */
    public ClientDeliveryText(String queue, Duration keep) {
        this.queue = queue;
        this.keep = keep;
    }

    public List<QueuedText> writeAll(@Body List<ClientDelivery> deliveries) {
        Instant end = Instant.now().plus(keep);
        return deliveries.stream().map(delivery -> write(delivery, end)).toList();
    }

    private QueuedText write(ClientDelivery delivery, Instant end) {
        return new QueuedText(
                HexFormat.of().formatHex(delivery.octets()),
                Map.of(MessageProperties.ID, delivery.messageId()),
                new JmsDelivery(queue + "." + delivery.user(), Message.DEFAULT_PRIORITY, null, end),
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
