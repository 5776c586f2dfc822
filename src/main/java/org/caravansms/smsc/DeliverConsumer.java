package org.caravansms.smsc;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.caravansms.message.SmscPdu;

/**
 * Passes the deliver_sm and data_sm of an SMSC to its route, SMPP 3.4 sections 4.6 and 4.7, as a {@code List} of
 * {@link SmscPdu}. They are answered ESME_ROK when the route returns, and ESME_RX_T_APPN when it fails. A receiver's
 * link starts and stops with this route, any other link with the route that submits.
 */
final class DeliverConsumer extends DefaultConsumer {

    private final SmppLink link;

    DeliverConsumer(SubmitEndpoint endpoint, Processor processor, SmppLink link) {
        super(endpoint, processor);
        this.link = link;
    }

    private void persist(List<SmscPdu> pdus) throws Exception {
        Exchange exchange = createExchange(false);
        exchange.getMessage().setBody(pdus);
        try {
            createUoW(exchange);
            getProcessor().process(exchange);
        } finally {
            doneUoW(exchange);
        }
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        link.deliverTo(this::persist);
        if (isLinksOwner()) {
            link.start();
        }
    }

    /** When the gateway stops, the session ends first: its last PDUs are still received. */
    @Override
    protected void doStop() throws Exception {
        if (isLinksOwner() || getEndpoint().getCamelContext().isStopping()) {
            link.stop();
        }
        link.deliverTo(null);
        super.doStop();
    }

    private boolean isLinksOwner() {
        return !link.provider().login().bind().sends();
    }
}
