package org.caravansms.jms;

import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.camel.Exchange;

/** A message of a window that was received and is not acknowledged yet. Its texts are routed one by one. */
final class InHand {

    final ClientMessage received;
    final Message message;
    private final List<String> texts;
    private final List<Exchange> exchanges = new ArrayList<>(1);
    private int underWay;
    private boolean last;

    /**
     * @param received acknowledges it
     * @param message the same for JMS
     * @param texts an exchange each
     */
    InHand(ClientMessage received, Message message, List<String> texts) {
        this.received = received;
        this.message = message;
        this.texts = texts;
    }

    boolean hasNext() {
        return !last && exchanges.size() < texts.size();
    }

    /** @return the text that the next exchange routes */
    String next() {
        return texts.get(exchanges.size());
    }

    void begin(Exchange exchange) {
        exchanges.add(exchange);
        underWay++;
    }

    /** @return those of the first texts, as many as were routed */
    List<Exchange> exchanges() {
        return exchanges;
    }

    /** Its other texts are not routed. */
    void cut() {
        last = true;
    }

    void end() {
        underWay--;
    }

    boolean isDone() {
        return underWay == 0 && !hasNext();
    }
}
