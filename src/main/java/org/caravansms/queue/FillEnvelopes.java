package org.caravansms.queue;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caravansms.jms.JmsDelivery;
import org.caravansms.jms.QueuedText;

/**
 * Puts the messages of a commit, of one request or of several, into envelopes, in their order. Those with a time to
 * send or an end of their validity stay alone.
 */
final class FillEnvelopes {

    private static final int MOST = 50;
    /** The broker writes a JMS message of more than 100 KiB to a file of its own; a character has up to 3 octets. */
    private static final int MOST_CHARACTERS = 30_000;

    private final Map<Likeness, Open> open = new HashMap<>();
    private final Sink sink;

    /** @param sink gets each envelope, when it is full or at the end, and each message alone */
    FillEnvelopes(Sink sink) {
        this.sink = sink;
    }

    interface Sink {
        void write(QueuedText message) throws JMSException;
    }

    /** @param copyTo where a copy is stored of the messages with an id of their client */
    private record Likeness(JmsDelivery delivery, String copyTo) {}

    private static final class Open {
        private final List<QueuedText> messages = new ArrayList<>();
        private int characters;
    }

    void add(QueuedText message) throws JMSException {
        JmsDelivery delivery = message.delivery();
        if (delivery.notBefore() != null || delivery.notAfter() != null) {
            sink.write(message);
        } else {
            addToEnvelope(message);
        }
    }

    void addToEnvelope(QueuedText message) throws JMSException {
        JmsDelivery delivery = message.delivery();
        Open envelope = open.computeIfAbsent(new Likeness(delivery, message.copyTo()), likeness -> new Open());
        if (envelope.messages.size() == MOST
                || envelope.characters + message.body().length() > MOST_CHARACTERS) {
            close(envelope);
        }
        envelope.messages.add(message);
        envelope.characters += message.body().length();
    }

    /** Before the commit. */
    void complete() throws JMSException {
        for (Open envelope : open.values()) {
            close(envelope);
        }
        open.clear();
    }

    private void close(Open envelope) throws JMSException {
        QueuedText first = envelope.messages.isEmpty() ? null : envelope.messages.get(0);
        if (envelope.messages.size() == 1) {
            sink.write(first);
        } else if (first != null) {
            sink.write(Envelope.of(envelope.messages, first.delivery(), first.copyTo()));
        }
        envelope.messages.clear();
        envelope.characters = 0;
    }
}
