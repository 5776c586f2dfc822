package org.caravansms.smsc;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Submits on whatever session its link has at the moment. Its route's start starts the link, and its stop unbinds it. */
final class SubmitProducer extends DefaultProducer {

    private final SubmitEndpoint endpoint;
    private final SmppLink link;

    SubmitProducer(SubmitEndpoint endpoint, SmppLink link) {
        super(endpoint);
        this.endpoint = endpoint;
        this.link = link;
    }

    /**
     * @throws RefusedException when the SMSC said no
     * @throws NotSentException when nothing left the machine
     * @throws InDoubtException when the SMSC may have taken it
     */
    @Override
    public void process(Exchange exchange) {
        try {
            new SubmitSmCommand(link.boundSession(), endpoint.getConfiguration()).execute(exchange);
        } catch (Exception e) {
            throw told(SubmitFailure.of(e, link.provider().statuses()));
        }
    }

    private RuntimeException told(RuntimeException failure) {
        if (failure instanceof RefusedException no && no.isOfTheSession()) {
            link.rebind();
        }
        return failure;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        link.start();
    }

    @Override
    protected void doStop() throws Exception {
        link.stop();
        super.doStop();
    }
}
