package org.caravansms.queue;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;

/** The first step of dispatch: reads a queued message. */
public final class ReadQueued {

    /** The property with the {@link Source} of the message, for its events. */
    static final String SOURCE = "SmsSource";

    private final MessageJson form;

    public ReadQueued(MessageJson form) {
        this.form = form;
    }

    /**
     * The text becomes an {@link SmsMessage}; its id, attempts and sent parts become properties.
     *
     * @throws UnreadableMessageException naming what is missing or wrong
     */
    public SmsMessage read(
            @Body String text,
            @Header(MessageProperties.ATTEMPTS) Integer attempts,
            @Header(MessageProperties.PARTS) String parts,
            Exchange exchange) {
        notePriority(exchange.getMessage());
        exchange.setProperty(MessageProperties.ATTEMPTS, attempts);
        exchange.setProperty(PartProgress.PROPERTY, parts == null ? PartProgress.NONE : progress(parts));
        SmsMessage message = form.read(text);
        exchange.setProperty(MessageProperties.ID, message.id());
        exchange.setProperty(SOURCE, message.source());
        if (message.isReported()) {
            exchange.setProperty(MessageProperties.REPORT, message.options().areReported());
        }
        return message;
    }

    /** The first priority, before a message is put back at the head of its queue. */
    private static void notePriority(Message message) {
        if (message.getHeader(MessageProperties.PRIORITY) == null) {
            message.setHeader(MessageProperties.PRIORITY, message.getHeader(JmsBatchEndpoint.PRIORITY));
        }
    }

    private static PartProgress progress(String parts) {
        try {
            return PartProgress.of(parts);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("its property " + MessageProperties.PARTS + " is not understood");
        }
    }
}
