package org.caravansms.smsc;

import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.smpp.SmppComponent;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.spi.annotations.Component;

/**
 * The component {@code smsc}: camel-smpp on the session of the {@link SmppLink} that the option {@code link} names. A
 * route from it receives the deliver_sm and data_sm of that session.
 */
@Component("smsc")
public final class SubmitComponent extends SmppComponent {

    final Clock clock;

    public SubmitComponent() {
        this(Clock.systemUTC());
    }

    /** @param clock for the time that is left of a message's validity */
    SubmitComponent(Clock clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    protected Endpoint createEndpoint(String uri, String remaining, Map parameters) throws Exception {
        SmppConfiguration configuration = getConfiguration() == null
                ? new SmppConfiguration()
                : getConfiguration().copy();
        SubmitEndpoint endpoint = new SubmitEndpoint(uri, this, configuration, remaining);
        setProperties(endpoint, parameters);
        if (endpoint.getLink() == null) {
            throw new IllegalArgumentException("The option link is missing: it names the bean of the provider's link");
        }
        return endpoint;
    }
}
