package org.caravansms.broker.access;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.stomp.StompProtocolManagerFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;

/** Artemis's STOMP, with a limit to the size of frames. */
final class StompProtocol extends StompProtocolManagerFactory {

    private final BodyRules bodies;

    StompProtocol(BodyRules bodies) {
        this.bodies = bodies;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public ProtocolManager createProtocolManager(
            ActiveMQServer server,
            Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing)
            throws Exception {
        return new StompConnections(super.createProtocolManager(server, parameters, incoming, outgoing), bodies);
    }
}
