package org.caravansms.smsc;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.caravansms.message.SmscPdu;

/**
 * Hands its route what an SMSC sends, a {@code List} of {@link SmscPdu} at a time: deliver_sm and data_sm, SMPP 3.4
 * sections 4.6 and 4.7. When the route returns they are answered ESME_ROK, and when it fails, ESME_RX_T_APPN. The start
 * and the stop of a receiver's route are those of its link; of any other the route that submits has it.
 */
final class DeliverConsumer extends DefaultConsumer {

    private final SmppLink link;

    DeliverConsumer(SubmitEndpoint endpoint, Processor processor, SmppLink link) {
        super(endpoint, processor);
        this.link = link;
    }

    private void keep(List<SmscPdu> pdus) throws Exception {
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
        link.deliveries().to(this::keep);
        if (isLinksOwner()) {
            link.start();
        }
    }

    /** Where all ends, the session does before it: what it still has is taken, and then nothing more is asked of us. */
    @Override
    protected void doStop() throws Exception {
        if (isLinksOwner() || getEndpoint().getCamelContext().isStopping()) {
            link.stop();
        }
        link.deliveries().toNobody();
        super.doStop();
    }

    private boolean isLinksOwner() {
        return !link.provider().login().bind().sends();
    }
}
