package org.caravansms.broker.access;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.protocol.amqp.broker.ActiveMQProtonRemotingConnection;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManager;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.apache.activemq.artemis.utils.uri.BeanSupport;

/** Artemis's AMQP 1.0, with a limit to the size of messages that also holds for a client that ignores it. */
final class AmqpProtocol extends ProtonProtocolManagerFactory {

    private final BodyRules bodies;

    AmqpProtocol(BodyRules bodies) {
        this.bodies = bodies;
    }

    @Override
    public ProtocolManager createProtocolManager(
            ActiveMQServer server,
            Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing)
            throws Exception {
        BeanSupport.stripPasswords(parameters);
        ProtonProtocolManager limited = new ProtonProtocolManager(this, server, incoming, outgoing) {
            @Override
            public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection connection) {
                return limit(super.createConnectionEntry(acceptor, connection));
            }
        };
        return BeanSupport.setData(limited, parameters);
    }

    private ConnectionEntry limit(ConnectionEntry entry) {
        ((ActiveMQProtonRemotingConnection) entry.connection)
                .getAmqpConnection()
                .getHandler()
                .addEventHandler(new AmqpSizeLimit(bodies));
        return entry;
    }
}
