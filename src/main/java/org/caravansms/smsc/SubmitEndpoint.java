package org.caravansms.smsc;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppEndpoint;

/** Where a route submits, or is given what the SMSC sends: the link of a provider's bind. Its host, port and login are the link's and not the route's. */
final class SubmitEndpoint extends SmppEndpoint {

    private final Link link;

    SubmitEndpoint(String uri, SubmitComponent component, SmppConfiguration configuration, Link link) {
        super(uri, component, configuration);
        this.link = link;
    }

    @Override
    public Producer createProducer() {
        return new SubmitProducer(this, link);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new DeliverConsumer(this, processor, link);
    }

    /** An option that nobody knows stops the route's start. */
    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public String getServiceUrl() {
        return link.provider().login().address();
    }
}
