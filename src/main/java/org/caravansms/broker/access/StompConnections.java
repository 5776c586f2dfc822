package org.caravansms.broker.access;

import io.netty.channel.ChannelPipeline;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrameInterceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.server.routing.RoutingHandler;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;

/** Artemis's handling of STOMP connections, each behind a {@link StompSizeLimit}; all else is Artemis's own. */
record StompConnections(ProtocolManager<StompFrameInterceptor, RoutingHandler> artemis, BodyRules bodies)
        implements ProtocolManager<StompFrameInterceptor, RoutingHandler> {

    @Override
    public void addChannelHandlers(ChannelPipeline pipeline) {
        artemis.addChannelHandlers(pipeline);
        pipeline.addLast("stomp-size-limit", new StompSizeLimit(bodies));
    }

    @Override
    public ProtocolManagerFactory<StompFrameInterceptor> getFactory() {
        return artemis.getFactory();
    }

    @Override
    public void updateInterceptors(List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) {
        artemis.updateInterceptors(incoming, outgoing);
    }

    @Override
    public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection connection) {
        return artemis.createConnectionEntry(acceptor, connection);
    }

    @Override
    public void removeHandler(String name) {
        artemis.removeHandler(name);
    }

    @Override
    public void handleBuffer(RemotingConnection connection, ActiveMQBuffer buffer) {
        artemis.handleBuffer(connection, buffer);
    }

    @Override
    public boolean isProtocol(byte[] beginning) {
        return artemis.isProtocol(beginning);
    }

    @Override
    public boolean acceptsNoHandshake() {
        return artemis.acceptsNoHandshake();
    }

    @Override
    public void handshake(NettyServerConnection connection, ActiveMQBuffer buffer) {
        artemis.handshake(connection, buffer);
    }

    @Override
    public List<String> websocketSubprotocolIdentifiers() {
        return artemis.websocketSubprotocolIdentifiers();
    }

    @Override
    public void setAnycastPrefix(String prefix) {
        artemis.setAnycastPrefix(prefix);
    }

    @Override
    public void setMulticastPrefix(String prefix) {
        artemis.setMulticastPrefix(prefix);
    }

    @Override
    public Map<SimpleString, RoutingType> getPrefixes() {
        return artemis.getPrefixes();
    }

    @Override
    public void setSecurityDomain(String domain) {
        artemis.setSecurityDomain(domain);
    }

    @Override
    public String getSecurityDomain() {
        return artemis.getSecurityDomain();
    }

    @Override
    public RoutingHandler getRoutingHandler() {
        return artemis.getRoutingHandler();
    }
}
