package org.caravansms.queue;

import java.util.AbstractList;
import java.util.List;
import org.caravansms.jms.QueuedText;
import org.caravansms.message.Destination;
import org.caravansms.message.SmsMessage;

/** The messages of a request in their form on the queue, each written as it is asked for, so that not all are there at once. */
final class LazyMessages extends AbstractList<QueuedText> {

    private final MessageJson form;
    private final List<SmsMessage> messages;
    private final List<Destination> destinations;

    LazyMessages(MessageJson form, List<SmsMessage> messages, List<Destination> destinations) {
        this.form = form;
        this.messages = messages;
        this.destinations = destinations;
    }

    @Override
    public QueuedText get(int index) {
        return form.write(messages.get(index), destinations.get(index));
    }

    @Override
    public int size() {
        return messages.size();
    }
}
