package org.caravansms.queue;

import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.caravansms.message.Progress;
import org.caravansms.message.SmsMessage;

/** First step of a queued message's dispatch: reads its form. */
public final class ReadQueued {

    private final MessageForm form;

    public ReadQueued(MessageForm form) {
        this.form = form;
    }

    /**
     * The text becomes an {@link SmsMessage}; how often it was tried, and how far it came, are properties.
     *
     * @throws UnreadableMessageException naming what is missing or wrong
     */
    public SmsMessage read(
            @Body String text,
            @Header(JmsBatchEndpoint.ATTEMPTS) Integer attempts,
            @Header(JmsBatchEndpoint.PARTS) String parts,
            Exchange exchange) {
        exchange.setProperty(JmsBatchEndpoint.ATTEMPTS, attempts);
        exchange.setProperty(Progress.PROPERTY, parts == null ? Progress.NONE : progress(parts));
        return form.read(text);
    }

    private static Progress progress(String parts) {
        try {
            return Progress.of(parts);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessageException("its property " + JmsBatchEndpoint.PARTS + " is not understood");
        }
    }
}
