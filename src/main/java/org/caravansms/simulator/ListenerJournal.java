package org.caravansms.simulator;

import java.util.List;

/** Tells the listeners of each submit_sm, and of each receipt and inbound message. */
record ListenerJournal(List<PduListener> listeners, List<DeliveryListener> deliveryListeners) implements Journal {
    @Override
    public void write(List<Exchange> exchanges) {
        if (!listeners.isEmpty()) {
            exchanges.forEach(this::tell);
        }
        if (!deliveryListeners.isEmpty()) {
            exchanges.forEach(this::tellAnswer);
        }
    }

    private void tell(Exchange exchange) {
        if (exchange.submitSm() != null) {
            listeners.forEach(listener ->
                    listener.received(exchange.submitSm(), exchange.response().submitSmResp()));
        }
    }

    private void tellAnswer(Exchange exchange) {
        AnsweredDelivery answered = exchange.answered();
        if (answered != null) {
            deliveryListeners.forEach(listener -> listener.answered(answered.delivery(), answered.commandStatus()));
        }
    }

    @Override
    public void delivering(List<SentDelivery> deliveries) {
        for (DeliveryListener listener : deliveryListeners) {
            deliveries.forEach(sent -> listener.sent(sent.delivery(), sent.times()));
        }
    }
}
