package org.caravansms.smppserver;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;

/**
 * The component {@code smpp-server:<host>:<port>}: an SMPP 3.4 server to which programs bind as they would to an SMSC.
 * Its route gets batches of what they submit, a {@code List} of exchanges, each with the {@link
 * org.caravansms.smpp.SmppPdu} in its body, and leaves in each the PDU that answers it.
 */
@Component("smpp-server")
public final class SmppServerComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SmppServerEndpoint endpoint = new SmppServerEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        if (endpoint.getLogins() == null) {
            throw new IllegalArgumentException("The option logins is missing: it names the bean that knows the users");
        }
        return endpoint;
    }
}
