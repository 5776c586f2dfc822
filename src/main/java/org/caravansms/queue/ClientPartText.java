package org.caravansms.queue;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.ClientPart;
import org.caravansms.message.MessageProperties;

/** The parts that clients of the SMPP server submitted, on their queue: the hexadecimal digits of a PDU. */
public final class ClientPartText {

    private final HexFormat hex = HexFormat.of();

    public List<QueuedText> writeAll(@Body List<ClientPart> parts) {
        return parts.stream().map(this::write).toList();
    }

    private QueuedText write(ClientPart part) {
        return new QueuedText(
                hex.formatHex(part.octets()),
                Map.of(
                        MessageProperties.ID, part.messageId(),
                        MessageProperties.USER, part.user(),
                        MessageProperties.SINCE, part.at().toEpochMilli()),
                JmsDelivery.USUAL,
                null);
    }

    /** Each text becomes a {@link ClientPart}, once; one that cannot be read gets an exception. */
    public List<Exchange> readAll(@Body List<Exchange> batch) {
        batch.stream()
                .filter(part -> part.getMessage().getBody() instanceof String)
                .forEach(this::read);
        return batch;
    }

    private void read(Exchange exchange) {
        Message part = exchange.getMessage();
        try {
            part.setBody(new ClientPart(
                    part.getHeader(MessageProperties.USER, String.class),
                    part.getHeader(MessageProperties.ID, String.class),
                    Instant.ofEpochMilli(part.getHeader(MessageProperties.SINCE, long.class)),
                    hex.parseHex((String) part.getBody())));
        } catch (RuntimeException e) {
            exchange.setException(new UnreadableMessageException("it is no part of a message"));
        }
    }
}
