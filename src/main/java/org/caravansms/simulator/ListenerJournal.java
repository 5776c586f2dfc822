package org.caravansms.simulator;

import java.util.List;

/** Tells the listeners of each submit_sm. */
record ListenerJournal(List<PduListener> listeners) implements Journal {
    @Override
    public void write(List<Exchange> exchanges) {
        if (!listeners.isEmpty()) {
            exchanges.forEach(this::tell);
        }
    }

    private void tell(Exchange exchange) {
        if (exchange.submitSm() != null) {
            listeners.forEach(listener ->
                    listener.received(exchange.submitSm(), exchange.response().submitSmResp()));
        }
    }
}
