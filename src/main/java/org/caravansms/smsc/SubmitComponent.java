package org.caravansms.smsc;

import java.time.Clock;
import java.util.Map;
import java.util.function.ObjLongConsumer;
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

    /** In place of a command_status, none of which is negative. */
    public static final long NO_ANSWER = -1;

    final Clock clock;
    final ObjLongConsumer<String> answered;

    public SubmitComponent() {
        this((provider, commandStatus) -> {});
    }

    /** @param answered counts each submit_sm, by its provider and the command_status of the answer, or {@link #NO_ANSWER} */
    public SubmitComponent(ObjLongConsumer<String> answered) {
        this(Clock.systemUTC(), answered);
    }

    /** @param clock for the time that is left of a message's validity */
    SubmitComponent(Clock clock, ObjLongConsumer<String> answered) {
        this.clock = clock;
        this.answered = answered;
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
