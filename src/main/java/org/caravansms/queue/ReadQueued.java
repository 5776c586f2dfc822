package org.caravansms.queue;

import org.apache.camel.Exchange;
import org.caravansms.message.SmsMessage;

/** First step of a queued message's dispatch: takes it out of its batch, and reads its form. */
public final class ReadQueued {

    private final MessageForm form;

    public ReadQueued(MessageForm form) {
        this.form = form;
    }

    /** The body, one exchange of a batch, becomes an {@link SmsMessage}; how often it was tried is a property. */
    public void read(Exchange exchange) {
        Exchange queued = exchange.getMessage().getBody(Exchange.class);
        exchange.setProperty(
                JmsBatchEndpoint.ATTEMPTS, queued.getMessage().getHeader(JmsBatchEndpoint.ATTEMPTS, 0, Integer.class));
        SmsMessage message = form.read((String) queued.getMessage().getBody());
        exchange.getMessage().setBody(message);
    }
}
