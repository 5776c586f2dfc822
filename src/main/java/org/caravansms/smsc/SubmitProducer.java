package org.caravansms.smsc;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Submits on the present session of its link. Its route's start starts the link, and its stop unbinds it. */
final class SubmitProducer extends DefaultProducer {

    private final SubmitEndpoint endpoint;
    private final SmppLink link;

    SubmitProducer(SubmitEndpoint endpoint, SmppLink link) {
        super(endpoint);
        this.endpoint = endpoint;
        this.link = link;
    }

    /**
     * @throws RefusedException when the SMSC answered with an error
     * @throws NotSentException when nothing was sent
     * @throws InDoubtException when the SMSC may have accepted it
     */
    @Override
    public void process(Exchange exchange) {
        try {
            new SubmitSmCommand(link.boundSession(), endpoint.getConfiguration()).execute(exchange);
        } catch (Exception e) {
            throw failure(SubmitFailure.of(e, link.provider().statuses()));
        }
    }

    private RuntimeException failure(RuntimeException failure) {
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
