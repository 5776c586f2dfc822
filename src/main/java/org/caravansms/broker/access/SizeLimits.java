package org.caravansms.broker.access;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.stomp.StompConnection;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.protocol.amqp.broker.ActiveMQProtonRemotingConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Limits the size of what another program sends, on each new connection and before Artemis collects it in memory. The
 * limits also hold for a client that ignores them.
 */
record SizeLimits(BodyRules bodies) implements ActiveMQServerConnectionPlugin {

    /** A message of Artemis's own protocol that is a little too large shall get an answer. */
    private static final int ROOM = 64 * 1024;

    private static final int LENGTH_OCTETS = 4;

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        if (connection instanceof ActiveMQProtonRemotingConnection amqp) {
            amqp.getAmqpConnection().getHandler().addEventHandler(new AmqpSizeLimit(bodies));
        } else if (connection.getTransportConnection() instanceof NettyConnection client) {
            limit(connection, client.getChannel().pipeline());
        }
    }

    /** The names in the pipeline are Artemis's. A packet of its own protocol begins with its length. */
    private void limit(RemotingConnection connection, ChannelPipeline pipeline) {
        if (connection instanceof StompConnection) {
            pipeline.addBefore("handler", "stomp-size-limit", new StompSizeLimit(bodies.ofStomp()));
        } else if (connection instanceof CoreRemotingConnection) {
            pipeline.addBefore(
                    "activemq-decoder",
                    "core-size-limit",
                    new LengthFieldBasedFrameDecoder(bodies.mostBytes() + ROOM, 0, LENGTH_OCTETS));
        }
    }
}
