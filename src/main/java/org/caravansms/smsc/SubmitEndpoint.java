package org.caravansms.smsc;

import java.time.Clock;
import java.util.function.ObjLongConsumer;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppEndpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Submit short messages on the session of a provider's SMSC, or receive those that the SMSC sends on it. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "smsc",
        extendsScheme = "smpp",
        title = "SMSC",
        syntax = "smsc:name",
        category = Category.MOBILE)
public final class SubmitEndpoint extends SmppEndpoint {

    @UriPath(description = "A name to tell endpoints apart: address and login are those of the link")
    @Metadata(required = true)
    private final String name;

    @UriParam(description = "The bean of the session with the provider's SMSC")
    @Metadata(required = true)
    private SmppLink link;

    private final Clock clock;
    private final ObjLongConsumer<String> answered;

    SubmitEndpoint(String uri, SubmitComponent component, SmppConfiguration configuration, String name) {
        super(uri, component, configuration);
        this.clock = component.clock;
        this.answered = component.answered;
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public SmppLink getLink() {
        return link;
    }

    public void setLink(SmppLink link) {
        this.link = link;
    }

    @Override
    public Producer createProducer() {
        byte registeredDelivery = getConfiguration().getRegisteredDelivery();
        return new SubmitProducer(this, link, new SubmitSmComposer(registeredDelivery, clock), answered);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new DeliverConsumer(this, processor, link);
    }

    /** An unknown option stops the route's start. */
    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public String getServiceUrl() {
        return link.provider().login().address();
    }
}
