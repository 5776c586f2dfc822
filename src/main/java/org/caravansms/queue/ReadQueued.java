package org.caravansms.queue;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.caravansms.jms.JmsBatchEndpoint;
import org.caravansms.message.MessageProperties;
import org.caravansms.message.PartProgress;
import org.caravansms.message.SmsMessage;
import org.caravansms.message.Source;

/** The first step of dispatch: reads a queued message. */
public final class ReadQueued implements Processor {

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
    @Override
    public void process(Exchange exchange) {
        Message queued = exchange.getMessage();
        notePriority(queued);
        exchange.setProperty(MessageProperties.ATTEMPTS, queued.getHeader(MessageProperties.ATTEMPTS, Integer.class));
        String parts = queued.getHeader(MessageProperties.PARTS, String.class);
        exchange.setProperty(PartProgress.PROPERTY, parts == null ? PartProgress.NONE : progress(parts));
        SmsMessage message = form.read(queued.getBody(String.class));
        exchange.setProperty(MessageProperties.ID, message.id());
        exchange.setProperty(SOURCE, message.source());
        if (message.isReported()) {
            exchange.setProperty(MessageProperties.REPORT, message.options().areReported());
        }
        queued.setBody(message);
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
