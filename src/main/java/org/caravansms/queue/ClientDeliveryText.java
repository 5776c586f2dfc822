package org.caravansms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.ClientDelivery;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.Outcome;
import org.caravansms.message.PartProgress;

/**
 * What waits for clients of the SMPP server, on a queue for each: the id of the message that it is about, a blank, and
 * the hexadecimal digits of a PDU. Several of a client share an envelope. Alone it may be the digits only, with the id
 * in {@code SmsId}.
 */
public final class ClientDeliveryText {

    private static final char BLANK = ' ';

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

    /** @return those of each client in their order */
    public List<QueuedText> writeAll(@Body List<ClientDelivery> deliveries) throws JMSException {
        Instant end = Instant.now().plus(keep);
        List<QueuedText> written = new ArrayList<>();
        FillEnvelopes envelopes = new FillEnvelopes(written::add);
        for (ClientDelivery delivery : deliveries) {
            envelopes.addToEnvelope(write(delivery, end));
        }
        envelopes.complete();
        return written;
    }

    private QueuedText write(ClientDelivery delivery, Instant end) {
        return new QueuedText(
                delivery.messageId() + BLANK + HexFormat.of().formatHex(delivery.octets()),
                Map.of(MessageProperties.ID, delivery.messageId()),
                new JmsDelivery(queue + "." + delivery.user(), Message.DEFAULT_PRIORITY, null, end),
                null);
    }

    /** The id becomes a property. @return that no client took it in time */
    public Outcome expired(@Body String text, Exchange exchange) {
        read(text, exchange);
        return new Outcome.Failed("no client took it in time", PartProgress.NONE);
    }

    /** The id becomes a property. @return the octets of the PDU */
    public byte[] read(@Body String text, Exchange exchange) {
        int blank = text.indexOf(BLANK);
        exchange.setProperty(
                MessageProperties.ID,
                blank < 0 ? exchange.getMessage().getHeader(MessageProperties.ID) : text.substring(0, blank));
        try {
            return HexFormat.of().parseHex(text, blank + 1, text.length());
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("it is no hexadecimal text");
        }
    }
}
