package org.caravansms.broker.access;

import io.netty.channel.ChannelPipeline;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.core.impl.CoreProtocolManager;
import org.apache.activemq.artemis.core.protocol.core.impl.CoreProtocolManagerFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.utils.uri.BeanSupport;

/** Artemis's own protocol, with a limit to the size of packets. */
final class CoreProtocol extends CoreProtocolManagerFactory {

    private final BodyRules bodies;

    CoreProtocol(BodyRules bodies) {
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
        CoreProtocolManager limited =
                new CoreProtocolManager(this, server, filterInterceptors(incoming), filterInterceptors(outgoing)) {
                    @Override
                    public void addChannelHandlers(ChannelPipeline pipeline) {
                        pipeline.addLast("core-size-limit", new CoreSizeLimit(bodies));
                        super.addChannelHandlers(pipeline);
                    }
                };
        return BeanSupport.setData(limited, parameters);
    }
}
